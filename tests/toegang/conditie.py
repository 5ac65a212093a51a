"""On what does the decision hang? Every condition of `mag.py`, to be taken away in turn: `python3 run.py mutaties`."""

import ast
from pathlib import Path

DECISION = Path(__file__).parents[2] / "rondetafel/toegang/mag.py"


class Versoepeling(ast.NodeTransformer):
    """Takes condition number `weg` out of the decision; counts them all in `gevonden`."""

    def __init__(self, weg: int = -1) -> None:
        self.weg, self.gevonden = weg, list[str]()

    def _is_next(self, node: ast.AST) -> bool:
        self.gevonden.append(ast.unparse(node))
        return len(self.gevonden) - 1 == self.weg

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        left = [een for een in node.values if not self._is_next(een)]
        return left[0] if len(left) == 1 else ast.BoolOp(op=node.op, values=left)

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        node.ifs = [een for een in node.ifs if not self._is_next(een)]
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        return self._either_way(node)

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        return self._either_way(node)

    def _either_way(self, node: ast.If | ast.IfExp) -> ast.AST:
        self.generic_visit(node)
        for always in (True, False):
            if self._is_next(node.test):
                node.test = ast.Constant(always)
        return node


def conditions() -> list[str]:
    """Every condition of the decision: what is joined by and or or, what chooses in a list, and each if twice."""
    looker = Versoepeling()
    looker.visit(ast.parse(DECISION.read_text(encoding="utf-8")))
    return looker.gevonden
