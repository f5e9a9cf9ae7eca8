"""Holds lineage events to the classes that OpenLineage makes from its own JSON Schemas.

    python lineage.py FILE…

Each object may hold only the properties of its class and needs all that are required, each of the
declared type; each facet must name the schema of a class, in its version, and stand under the right
kind of object. Facets of our own begin with "choai_" and name the base of all facets.
"""
import importlib, json, pkgutil, sys, types, typing
from datetime import datetime
from uuid import UUID

import attr
from openlineage.client import generated
from openlineage.client.generated import base

CLASSES = {}
for module in pkgutil.iter_modules(generated.__path__):
    for value in vars(importlib.import_module(f"{generated.__name__}.{module.name}")).values():
        if isinstance(value, type) and attr.has(value) and "_get_schema" in vars(value):
            CLASSES[value._get_schema()] = value


def fail(place, message):
    sys.exit(f"{place}: {message}")


def check(value, wanted, place):
    """Ends the program where a value is not what a type says."""
    origin, parts = typing.get_origin(wanted), typing.get_args(wanted)
    if origin in (typing.Union, types.UnionType):
        if value is None and type(None) in parts:
            return
        wanted = next(part for part in parts if part is not type(None))
        return check(value, wanted, place)
    if wanted is typing.Any:
        return
    if origin is list:
        if not isinstance(value, list):
            fail(place, f"a list is wanted, not {value!r}")
        for number, item in enumerate(value):
            check(item, parts[0], f"{place}[{number}]")
    elif origin is dict:
        if not isinstance(value, dict):
            fail(place, f"an object is wanted, not {value!r}")
        for key, item in value.items():
            check(item, parts[1], f"{place}.{key}")
    elif isinstance(wanted, type) and issubclass(wanted, base.BaseFacet):
        check_facet(value, wanted, place)
    elif attr.has(wanted):
        check_object(value, wanted, place)
    elif issubclass(wanted, base.EventType):
        wanted(value)
    elif type(value) is not wanted:
        fail(place, f"{wanted.__name__} is wanted, not {value!r}")


def check_facet(value, kind, place):
    """A facet of the standard by its class; one of ours by the base of all facets."""
    name, schema = place.rsplit(".", 1)[-1], value.get("_schemaURL")
    if name.startswith("choai_"):
        if schema != kind._get_schema():
            fail(place, f"names the schema {schema}, wanted is {kind._get_schema()}")
        return
    if schema not in CLASSES:
        fail(place, f"no class has the schema {schema}")
    if not issubclass(CLASSES[schema], kind):
        fail(place, f"{CLASSES[schema].__name__} is no {kind.__name__}")
    check_object(value, CLASSES[schema], place)


def check_object(value, wanted, place):
    """An object by the attributes of its class: nothing more, nothing missing, all of their types."""
    if not isinstance(value, dict):
        fail(place, f"an object is wanted, not {value!r}")
    hints = typing.get_type_hints(wanted)
    fields = {field.name: field for field in attr.fields(wanted)}
    # Every class gives these a default of its own, which the schemas do not.
    always = {"producer", "schemaURL", "_producer", "_schemaURL"} & fields.keys()
    for name in value.keys() - fields.keys():
        fail(place, f"{wanted.__name__} has no property {name}")
    for name, field in fields.items():
        if name in value:
            check(value[name], hints[name], f"{place}.{name}")
        elif name in always or field.default is attr.NOTHING:
            fail(place, f"{wanted.__name__} needs the property {name}")


def check_event(event, place):
    """An event of a run, with what no class says: the forms of its times and identifiers."""
    check_object(event, base.RunEvent, place)
    if event["schemaURL"] != base.RunEvent._get_schema():
        fail(place, f"names the schema {event['schemaURL']}")
    UUID(event["run"]["runId"])
    if datetime.fromisoformat(event["eventTime"]).tzinfo is None:
        fail(place, f"the time {event['eventTime']} has no zone")


for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        events = [json.loads(line) for line in file]
    for number, event in enumerate(events, 1):
        check_event(event, f"{path}:{number}")
    kinds = [event["eventType"] for event in events]
    if len(kinds) != 2 or kinds[0] != "START" or kinds[1] not in ("COMPLETE", "FAIL"):
        fail(path, f"the events are {kinds}")
    if len({event["run"]["runId"] for event in events}) != 1:
        fail(path, "the events are of several runs")
    print(f"{path}: {' and '.join(kinds)} hold to the schemas of OpenLineage")
if not sys.argv[1:]:
    sys.exit("no file of lineage was given")
