from __future__ import annotations

import kg


def test_what_is_public_is_declared_sorted_and_there() -> None:
    assert kg.__all__ == sorted(kg.__all__)
    assert all(callable(getattr(kg, name)) for name in kg.__all__)
