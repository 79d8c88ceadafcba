"""`shuzhi audio`: the sound of voice messages, where it was kept."""

from pathlib import Path

import click

from bot.commands.configuring import settings
from bot.commands.language import told
from bot.commands.opening import existing, opened
from bot.commands.options import db_option


@click.command
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@db_option
def command(folder: Path, db: Path | None) -> None:
    """Write the voice messages kept by SHUZHI_KEEP_AUDIO into FOLDER, one file each."""
    from bot.documents.saving import save
    from storage import voices

    configured = settings()
    with opened(configured, existing(configured, db)) as store:
        kept = store.read_now(voices.sounds)
    folder.mkdir(parents=True, exist_ok=True)
    for sound in kept:
        ending = "ogg" if sound.mime in ("", "audio/ogg") else sound.mime.rpartition("/")[2]
        name = f"{sound.person}-{sound.message_id}.{ending}".replace(":", "-").replace("/", "-")
        save(folder / name, sound.audio)
    click.echo(told(f"{folder}: {len(kept)} voice messages"))
