"""At the command line: what an office writes into its documents itself."""

from tests.cli.command_line import Clerk


def given(*texts: str) -> list[str]:
    return [word for text in texts for word in ("--set", text)]


def test_words_are_shown_set_and_given_back_to_the_model(clerk: Clerk) -> None:
    shown = {line["part"]: line for line in clerk("words", "submission", "--unit", "LAOCAI", "--json").json()}
    assert [shown["recipients"]["own"], shown["recipients"]["label"]] == ["", "Nơi nhận"]
    assert shown["recipients"]["model"].splitlines()[-1] == "Lưu: VT, HĐTĐKT"
    outcome = clerk(
        "words", "submission", "--unit", "LAOCAI", *given("recipients=Như trên; | Lưu: VT.", "signer_name=Lò A")
    )
    assert (outcome.code, outcome.err) == (0, "")
    assert "recipients\tNơi nhận\tlời riêng\tNhư trên; | Lưu: VT." in outcome.out.splitlines()
    assert "addressee\tKính gửi\tmẫu" in outcome.out
    again = {line["part"]: line["own"] for line in clerk("words", "submission", "--unit", "LAOCAI", "--json").json()}
    assert (again["recipients"], again["signer_name"]) == ("Như trên;\nLưu: VT.", "Lò A")
    assert not any(line["own"] for line in clerk("words", "submission", "--unit", "SONLA", "--json").json())
    clerk("words", "submission", "--unit", "LAOCAI", *given("recipients="))
    again = {line["part"]: line["own"] for line in clerk("words", "submission", "--unit", "LAOCAI", "--json").json()}
    assert (again["recipients"], again["signer_name"]) == ("", "Lò A")


def test_what_cannot_be_set_is_one_sentence(clerk: Clerk) -> None:
    assert "không biết" in clerk.refused("words", "submission", "--unit", "LAOCAI", *given("recipients=Lưu {x}"))
    assert "Các phần:" in clerk.refused("words", "submission", "--unit", "LAOCAI", *given("plans=Đổi mới"))
    assert "không có lời nào" in clerk.refused("words", "ballot", "--unit", "LAOCAI")
    assert "Hãy chọn một quyết định" in clerk.refused("words", "decision", "--unit", "LAOCAI")
    for wrong in ("recipients", "noi_nhan=Lưu", "=Lưu"):
        outcome = clerk("words", "submission", *given(wrong))
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)
        assert "PHẦN=LỜI" in outcome.err
