"""A load balancer gets its answer without a session, a person or a transaction."""

import pytest
from django.db import OperationalError, connection


@pytest.mark.django_db
def test_answers_with_one_query_and_no_cookie(client, count_queries):
    answers = []
    assert count_queries(lambda: answers.append(client.get("/gezond/"))) == 1
    assert answers[0].status_code == 200
    assert not answers[0].cookies


@pytest.mark.django_db
def test_says_so_when_the_database_is_gone(client, monkeypatch):
    def refuse(*args):
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", refuse)
    with monkeypatch.context() as only_now:
        only_now.setattr("tests.conftest.take_role", lambda role: None)
        assert client.get("/gezond/").status_code == 503
