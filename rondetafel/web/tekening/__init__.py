"""Drawings of a family as pure geometry: genogram, ecogram and bolletjesschema.

Frozen dataclasses go in, numbers come out, templates write SVG. Nothing here knows the database.

Why our own layout: what is on PyPI for family trees draws descendants or ancestors alone (life-line-chart), needs
a program of its own beside Python (family-tree-viz and familytree call Graphviz, gramps brings a desktop), and
none knows a foster line, a second household or a pregnancy. The general layouts for layered graphs let the line
between two partners and the line to their children become equal edges, which is what a genogram must not do.
"""
