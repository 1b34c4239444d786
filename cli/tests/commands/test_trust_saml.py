"""What `accounts trust-saml` takes for another provider's word on itself."""

import pytest
from typer.testing import CliRunner

from chamdiem.commands.accounts import app


@pytest.mark.parametrize(
    ("metadata", "told"), [("http://cong.example/metadata", "chỉ lấy qua https"), ("/khong/co/metadata.xml", "No such file")]
)
def test_metadata_that_anybody_on_the_way_could_change_or_nobody_gave_is_refused(metadata: str, told: str) -> None:
    ran = CliRunner().invoke(app, ["trust-saml", "cong-tinh", "--metadata", metadata])
    assert ran.exit_code == 2
    assert told in " ".join(ran.output.split())
