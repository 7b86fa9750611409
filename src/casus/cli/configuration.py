"""The settings of this run, with logs set up as they say."""

from casus import logs, settings


def configured() -> settings.Settings:
    """Read the settings and send logs to standard error. Raises BadInput, naming the variable that is wrong."""
    loaded = settings.load()
    logs.configure(loaded.log_level)
    return loaded
