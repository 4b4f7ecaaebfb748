"""A room's models are touched only inside the room; outside they are types."""

from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class ModelsStayHome(Contract):
    """No module outside a room imports the room's models, tests and examples excepted."""

    house = fields.StringField()
    guests = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        strangers = [
            (importer, models)
            for models in sorted(graph.modules)
            if models.startswith(f"{self.house}.") and models.endswith(".models")
            for importer in sorted(graph.find_modules_that_directly_import(models))
            if not self._is_welcome(importer, models.removesuffix(".models"))
        ]
        return ContractCheck(kept=not strangers, metadata={"strangers": strangers})

    def _is_welcome(self, importer: str, room: str) -> bool:
        at_home = importer == room or importer.startswith(f"{room}.")
        guests = set(self.guests)  # type: ignore[call-overload]
        return at_home or bool(guests & set(importer.split(".")))

    def render_broken_contract(self, check: Any) -> None:
        for importer, models in check.metadata["strangers"]:
            output.print_error(f"{importer} touches {models}; ask its queries or its actions.")
