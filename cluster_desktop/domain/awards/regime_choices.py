"""The regimes a nomination may name instead of the one its day leads to."""

from cluster_desktop.domain.fields.choices import LateChoices

REGIMES = LateChoices()
"""The regimes of the law (resources/law/catalogue.toml); ``app`` says who reads them."""
