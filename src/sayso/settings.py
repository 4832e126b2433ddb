"""Settings: read once, from ``sayso.toml``, the environment and the command's flags."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from sayso.errors import UsageError

CONFIG_FILE = "sayso.toml"


Name = Annotated[str, Field(pattern=r"\w", max_length=500)]


class PartySettings(BaseModel):
    """Who is one party: ``same`` maps a party's name to other names of it.

    The names of one list in ``apart`` are never taken for one party.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    same: dict[Name, list[Name]] = Field(default_factory=dict)
    apart: list[Annotated[list[Name], Field(min_length=2)]] = Field(default_factory=list)


class Settings(BaseSettings):
    """Everything a user can set. Flags go before ``SAYSO_*`` variables, those before the file.

    ``ledger`` is a path or a database URL. ``sides`` maps a side's name to the names of parties,
    places and demonyms that stand for it. ``model`` is the folder of a model package that the
    tagger uses instead of the installed one. ``workers`` is the number of processes that read.
    ``parties`` says who is one party. ``password`` is what the page asks for: it is needed where
    other machines can reach the page, and is no flag, since other users can see those.
    """

    model_config = SettingsConfigDict(
        env_prefix="SAYSO_",
        env_ignore_empty=True,
        toml_file=CONFIG_FILE,
        frozen=True,
        extra="forbid",
    )

    ledger: str = "sayso.db"
    tagger: str = "encoder"
    model: str | None = None
    engine: str = "pool"
    workers: Annotated[int, Field(ge=1, le=256)] = 2
    max_article_mb: Annotated[float, Field(gt=0, le=1000)] = 4.0
    sides: dict[str, list[str]] = Field(default_factory=dict)
    parties: PartySettings = PartySettings()
    password: Annotated[SecretStr, Field(min_length=8)] | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags first, then the environment, then ``sayso.toml`` in the current folder."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(**flags: Any) -> Settings:
    """Return the settings; flags that are None count as not given.

    Raises UsageError that names the setting when a value is wrong or ``sayso.toml`` can't be read.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as exc:
        first = exc.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "settings"
        raise UsageError(
            f"The setting {where} is wrong: {first['msg']}",
            remedy=f"Correct it in {Path(CONFIG_FILE).resolve()}, the environment or the flag",
        ) from exc
    except SettingsError as exc:
        raise UsageError(
            f"A setting can't be read: {exc}",
            remedy="Write lists and tables in SAYSO_* variables as JSON, or set them in sayso.toml",
        ) from exc
    except (OSError, ValueError) as exc:
        raise UsageError(
            f"{CONFIG_FILE} can't be read: {exc}", remedy="Correct the file or remove it"
        ) from exc
