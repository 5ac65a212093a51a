"""A BSN is unreadable where it is kept, can be found again, and is shown masked."""

import pytest

from rondetafel.kern.bsn import decrypt_bsn, encrypt_bsn, hash_bsn, mask_bsn, normalize_bsn

TESTNUMMER = "999990019"


def test_encrypted_number_comes_back_and_differs_each_time():
    eerste, tweede = encrypt_bsn(TESTNUMMER), encrypt_bsn(TESTNUMMER)

    assert TESTNUMMER.encode() not in eerste
    assert eerste != tweede
    assert decrypt_bsn(eerste) == decrypt_bsn(tweede) == TESTNUMMER


def test_hash_finds_the_same_number_only_with_the_same_key(settings):
    before = hash_bsn(TESTNUMMER)

    assert before == hash_bsn(TESTNUMMER) != hash_bsn("999990020")
    settings.BSN_HASHSLEUTEL = "een andere sleutel"
    assert hash_bsn(TESTNUMMER) != before


@pytest.mark.parametrize("invoer", ["9999.90.019", "999 990 019", "999990019"])
def test_number_is_read_as_people_write_it(invoer):
    assert normalize_bsn(invoer) == TESTNUMMER


@pytest.mark.parametrize("invoer", ["999990018", "99999001", "9999900199", "abc", "", "000000000"])
def test_wrong_number_is_refused_without_repeating_it(invoer):
    with pytest.raises(ValueError, match="^geen geldig BSN$"):
        normalize_bsn(invoer)


def test_mask_shows_three_digits():
    assert mask_bsn(TESTNUMMER) == "••••••019"
