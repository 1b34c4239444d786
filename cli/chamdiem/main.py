"""The command `chamdiem`: what it can do, each part in a room of its own."""

import typer

from chamdiem.commands import accounts, cycle, demo, doctor, edge, events, migrate, provision, serve, servers, up
from chamdiem_kit.garbage import collect_rarely

app = typer.Typer(
    name="chamdiem",
    help="Chấm điểm chỉ số cải cách hành chính và mức độ hoàn thành nhiệm vụ.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("up")(up.up)
app.command("serve")(serve.serve)
app.command("cycle")(cycle.cycle)
app.command("demo")(demo.demo)
app.command("migrate")(migrate.migrate)
app.command("provision")(provision.provision)
app.command("doctor")(doctor.doctor)
app.command("edge")(edge.edge)
app.add_typer(accounts.app, name="accounts")
app.add_typer(servers.app, name="servers")
app.add_typer(events.app, name="events")


def main() -> None:
    """Entry of the installed command."""
    collect_rarely()  # what a command loads stays, and looking through it again and again takes a fifth of its start
    app()
