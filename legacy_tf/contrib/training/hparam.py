"""tf.contrib.training.HParams: a bag of named, typed hyperparameters that a command line can change."""

import json
import numbers
import re

_ASSIGNMENT = re.compile(
    r"(?P<name>[a-zA-Z][\w.]*) (\[\s*(?P<index>\d+)\s*\])? \s*=\s* ((?P<one>[^,\[]*) | \[(?P<many>[^\]]*)\]) ($|,\s*)",
    re.VERBOSE,
)
_BOOLS = {"true": True, "True": True, "false": False, "False": False}


class HParams:
    """Hyperparameters as attributes: `HParams(learning_rate=0.1, sizes=[500, 500]).learning_rate`.

    A parameter keeps the type of its first value (of a list: of its first element). Its methods raise ValueError where
    a value does not fit, KeyError where the name is unknown. TF 1.15's `hparam_def`, a protocol buffer, is not
    carried.
    """

    def __init__(self, hparam_def=None, model_structure=None, **kwargs):
        if hparam_def is not None:
            raise NotImplementedError("HParams from a protocol buffer is not carried: pass the values by name")
        self._hparam_types = {}  # name -> (type, whether it is a list)
        self._model_structure = model_structure
        for name, value in kwargs.items():
            self.add_hparam(name, value)

    def add_hparam(self, name, value):
        """A new parameter. ValueError: the name is taken, or the list is empty."""
        if getattr(self, name, None) is not None:
            raise ValueError(f"HParams has the name {name!r} already, or uses it itself: take another one")
        is_list = isinstance(value, (list, tuple))
        if is_list and not value:
            raise ValueError(f"the list {name!r} needs an element, to tell its type")
        self._hparam_types[name] = (type(value[0] if is_list else value), is_list)
        setattr(self, name, value)

    def set_hparam(self, name, value):
        """A new value for the parameter `name`."""
        kind, is_list = self._hparam_types[name]
        if isinstance(value, list) != is_list:
            raise ValueError(f"the hyperparameter {name!r} is {'a list' if is_list else 'no list'}, unlike {value!r}")
        setattr(self, name, [_fitted(name, kind, v) for v in value] if is_list else _fitted(name, kind, value))

    def del_hparam(self, name):
        """Without the parameter `name`, if there is one."""
        if hasattr(self, name):
            delattr(self, name)
            del self._hparam_types[name]

    def override_from_dict(self, values_dict):
        """Sets parameters from {name: value}; returns self."""
        for name, value in values_dict.items():
            self.set_hparam(name, value)
        return self

    set_from_map = override_from_dict

    def parse(self, values):
        """Sets parameters from text as `parse_values` takes it; returns self."""
        return self.override_from_dict(parse_values(values, {name: t for name, (t, _) in self._hparam_types.items()}))

    def parse_json(self, values_json):
        """Sets parameters from the text of a JSON object; returns self."""
        return self.override_from_dict(json.loads(values_json))

    def to_json(self, indent=None, separators=None, sort_keys=False):
        """The parameters as JSON, a str; arguments as those of `json.dumps`."""
        return json.dumps(self.values(), indent=indent, separators=separators, sort_keys=sort_keys)

    def values(self):
        """{name: value}."""
        return {name: getattr(self, name) for name in self._hparam_types}

    def get(self, key, default=None):
        """The value of `key`, or `default`, which must be of its type."""
        if key not in self._hparam_types:
            return default
        if default is not None:
            kind, is_list = self._hparam_types[key]
            if isinstance(default, list) != is_list:
                raise ValueError(f"the default {default!r} is not of the type of the hyperparameter {key!r}")
            for value in default if is_list else [default]:
                _fitted(key, kind, value)
        return getattr(self, key)

    def set_model_structure(self, model_structure):
        """Keeps any object with the parameters."""
        self._model_structure = model_structure

    def get_model_structure(self):
        """The object that `set_model_structure` keeps, or None."""
        return self._model_structure

    def __contains__(self, key):
        return key in self._hparam_types

    def __str__(self):
        return ",".join(f"{name}={value}" for name, value in self.values().items())

    def __repr__(self):
        return f"{type(self).__name__}({sorted(self.values().items())})"


def _fitted(name, kind, value):
    """`value` as a `kind`. Integers may become floats, floats no integers; bools and text stay what they are."""
    if type(value) is kind or kind is type(None):
        return value
    text = issubclass(kind, (str, bytes)) and not isinstance(value, (str, bytes))
    boolean = issubclass(kind, bool) != isinstance(value, bool)
    number = any(issubclass(kind, abc) and not isinstance(value, abc) for abc in (numbers.Integral, numbers.Number))
    if text or boolean or number:
        raise ValueError(f"the hyperparameter {name!r} is of type {kind.__name__}: {value!r} does not fit")
    return kind(value)


def parse_values(values, type_map, ignore_unknown=False):
    """Values from text: 'rate=0.1,sizes=[500,500],act=relu,sizes[0]=100'.

    Args:
      values: str of assignments with commas between them; text has no commas, spaces or brackets.
      type_map: {name: type}, of a list its elements' type.
      ignore_unknown: whether names that are not in `type_map` are passed over.

    Returns:
      {name: value, list of values, or {index: value}}.

    Raises:
      ValueError: text that is no assignment, an unknown name, a name assigned twice, a value of another type.
    """
    found, position = {}, 0
    while position < len(values):
        match = _ASSIGNMENT.match(values, position)
        if not match:
            raise ValueError(f"hyperparameters are set like 'a=1,b=[2,3]', not {values[position:]!r}")
        position = match.end()
        name, index, one, many = match.group("name", "index", "one", "many")
        if name not in type_map:
            if ignore_unknown:
                continue
            raise ValueError(f"there is no hyperparameter {name!r}; these are known: {', '.join(sorted(type_map))}")
        if index is not None and many is not None:
            raise ValueError(f"an element of {name!r} is one value, not a list: {many!r}")
        kind = type_map[name]
        if index is None:
            into, key = found, name
            value = _parsed(name, kind, one) if many is None else [
                _parsed(name, kind, element) for element in re.split("[ ,]", many) if element
            ]  # fmt: skip
        else:
            into, key, value = found.setdefault(name, {}), int(index), _parsed(name, kind, one)
        if not isinstance(into, dict) or key in into:
            raise ValueError(f"{name!r} is assigned twice in {values!r}")
        into[key] = value
    return found


def _parsed(name, kind, text):
    try:
        if kind is bool:
            return _BOOLS[text] if text in _BOOLS else bool(int(text))
        return kind(text)
    except ValueError:
        raise ValueError(f"the hyperparameter {name!r} is of type {kind.__name__}: {text!r} does not fit") from None
