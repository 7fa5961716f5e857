"""Templates that try to get out of the sandbox, and templates that try to use up the machine."""

from __future__ import annotations

# Published ways out of Jinja sandboxes: the write-ups of the CVEs that are named, PayloadsAllTheThings, HackTricks, and
# the classics of server-side template injection. `word` is a text, `record` a record, `rows` a list, `part` a template.
ESCAPES = (
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__']['__mro__'][1]['__subclasses__']() }}",
    "{{ [].__class__.__base__.__subclasses__() }}",
    "{{ ().__class__.__bases__[0].__subclasses__()[40]('/etc/passwd').read() }}",
    "{{ {}.__class__.__mro__ }}",
    "{{ (1).__class__.__base__ }}",
    "{{ true.__class__.mro() }}",
    "{{ word.__class__ }}",
    "{{ word['__class__'] }}",
    "{{ word['__cla' ~ 'ss__'] }}",
    '{{ word["\\x5f\\x5fclass\\x5f\\x5f"] }}',
    "{{ word.source }}",
    "{{ word.raw }}",
    "{{ word.text }}",
    "{{ record.lookup }}",
    "{{ record.lookup('name') }}",
    "{{ record.__init__.__globals__ }}",
    "{{ record.fields }}",
    "{{ rows.items }}",
    "{{ rows.keys }}",
    "{{ rows.__iter__ }}",
    "{{ rows.append(1) }}",
    "{{ [].append(1) }}",
    "{{ {'a': 1}.update({'b': 2}) }}",
    "{{ {'a': 1}.items() }}",
    "{{ 'a'.upper() }}",
    "{{ 'a'.join(['b', 'c']) }}",
    # CVE-2016-10745: str.format reads attributes
    "{{ '{0.__class__.__mro__}'.format(word) }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(record) }}",
    # CVE-2019-10906: str.format_map does as well
    "{{ '{a.__class__}'.format_map({'a': word}) }}",
    # CVE-2024-56326: a reference to str.format that another function calls
    "{% set f = '{0.__class__}'.format %}{{ f(word) }}",
    "{{ ['{0.__class__}'.format] | map('call', word) | list }}",
    # CVE-2025-27516: the filter attr gets str.format past the check
    "{{ ('{0.__class__}' | attr('format'))(word) }}",
    "{{ word | attr('__class__') }}",
    "{{ word | attr('__cl' ~ 'ass__') }}",
    "{{ [word] | map('attr', '__class__') | list }}",
    "{{ [word] | map(attribute='__class__') | list }}",
    "{{ [record] | map(attribute='__class__.__mro__') | list }}",
    "{{ [record] | selectattr('__class__') | list }}",
    "{{ [record] | groupby('__class__') }}",
    "{{ [record, record] | sort(attribute='__class__') }}",
    "{{ rows | where('__class__') }}",
    "{{ rows | total('__class__.__mro__') }}",
    "{{ '%s' % word }}",
    "{{ '%(a)s' % {'a': word} }}",
    "{{ word | format }}",
    "{{ '%s' | format(word) }}",
    "{{ word | string }}",
    "{{ word | pprint }}",
    "{{ word | tojson }}",
    # CVE-2024-22195 and CVE-2024-34064: the filter xmlattr takes keys that end an attribute
    "{{ word | xmlattr }}",
    "{{ {'a onload=alert(1) ': word} | xmlattr }}",
    # CVE-2020-28493: the filter urlize is slow on purpose-made texts
    "{{ word | urlize }}",
    # CVE-2019-8341: a text is taken for a template
    "{{ environment.from_string('{{ 7 * 7 }}').render() }}",
    "{{ word | safe }}",
    "{{ word | map('upper') }}{{ range.__globals__ }}",
    "{{ self }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ self._TemplateReference__context.cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__.os }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ namespace().__class__ }}",
    "{{ namespace(a=1)._Namespace__attrs }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ lipsum() }}",
    "{{ dict(a=1) }}",
    "{{ dict.mro() }}",
    "{{ range.__class__ }}",
    "{{ range(3).__class__ }}",
    "{{ request }}",
    "{{ request.application.__globals__.__builtins__ }}",
    "{{ config }}",
    "{{ config.items() }}",
    "{{ url_for.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ g.pop.__globals__ }}",
    "{{ url_for.__globals__.current_app.config }}",
    "{{ settings.SECRET_KEY }}",
    "{{ environment }}",
    "{{ environment.loader }}",
    "{{ context }}",
    "{{ resolve('x') }}",
    "{{ blocks }}",
    "{{ undefined_name.__class__.__mro__ }}",
    "{{ undefined_name._undefined_name }}",
    "{{ undefined_name._fail_with_undefined_error() }}",
    "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}",
    "{% for x in [1] %}{{ loop._iterator }}{% endfor %}",
    "{% for x in [1] %}{{ loop.changed.__func__ }}{% endfor %}",
    "{% for x in [1] %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{% macro m() %}{{ caller.__class__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% macro m() %}{{ varargs.__class__ }}{{ kwargs.__class__ }}{% endmacro %}{{ m(1, a=2) }}",
    "{% import 'part.md.j2' as p %}{{ p.__class__ }}",
    "{% import 'part.md.j2' as p %}{{ p._body_stream }}",
    "{% import 'part.md.j2' as p %}{{ p.__init__.__globals__ }}",
    "{% import '/etc/passwd' as p %}{{ p }}",
    "{% include '../../../../etc/passwd' %}",
    "{% include ['/etc/passwd', '/etc/shadow'] %}",
    "{% extends '/etc/passwd' %}",
    "{% set ns = namespace() %}{% set ns.__class__ = 1 %}{{ ns.__class__ }}",
    "{% set x = word.__class__ %}{{ x }}",
    "{% with a = word.__class__.__mro__ %}{{ a }}{% endwith %}",
    "{% if ''.__class__.__mro__[1] %}x{% endif %}",
    "{% for c in [].__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}",
    "{% for c in word.__class__ %}{{ c }}{% endfor %}",
    "{% filter attr('__class__') %}x{% endfilter %}",
    "{% debug %}",
    "{% do [].append(1) %}",
    "{% call word.__class__() %}{% endcall %}",
    "{{ word is filter('attr') and word | attr('__class__') }}",
    "{{ word is sameas(word) }}",
    "{{ __import__('os').system('id') }}",
    "{{ eval('1') }}",
    "{{ open('/etc/passwd').read() }}",
    "{{ _('x') }}",
    "{{ 7 * '7' }}",
    "{{ turn() }}",
    "{{ printed('x', 'y', 1) }}",
    "{{ joined('a', 'b') }}",
)

MACROS = "".join(
    f"{{% macro m{i}() %}}\n{{{{ m{i + 1}() }}}}{{{{ m{i + 1}() }}}}\n{{% endmacro %}}\n" for i in range(30)
)
NEST = "{% set a = (1,) %}\n" + "{% set a = (a, a) %}\n" * 30

BOMBS = {
    "loops inside loops": "{% for a in range(99999) %}\n{% for b in range(99999) %}\n{% endfor %}{% endfor %}",
    "loops that print nothing": (
        "{% for a in range(99999) %}\n{% for b in range(99999) if false %}{% endfor %}{% endfor %}"
    ),
    "a range without end": "\n{{ range(10 ** 9) }}{{ range(999999999999) }}",
    "the longest ranges": "{% for a in range(99999) %}\n{{ range(99999) | list | length }}{% endfor %}",
    "a macro that calls itself": "{% macro m() %}\n{{ m() }}{{ m() }}\n{% endmacro %}\n{{ m() }}",
    "macros that double": MACROS + "{% macro m30() %}{% endmacro %}\n{{ m0() }}",
    "a recursive loop": "{% for a in [1, 1] recursive %}\n{{ loop([1, 1]) }}{% endfor %}",
    "a loop that doubles": (
        "{% for a in [30, 30] recursive %}\n{% if a %}{{ loop([a - 1, a - 1]) }}{% endif %}{% endfor %}"
    ),
    "files that include one another": "{% include 'circle.md.j2' %}",
    "a file included again and again": "{% for a in range(99999) %}\n{% include 'part.md.j2' %}{% endfor %}",
    "text doubled with a tilde": (
        "{% set n = namespace(a='xxxxxxxx') %}\n{% for i in range(99) %}{% set n.a = n.a ~ n.a %}{% endfor %}"
    ),
    "text doubled with join": (
        "{% set n = namespace(a='x') %}\n{% for i in range(99) %}{% set n.a = [n.a, n.a] | join %}{% endfor %}"
    ),
    "text doubled in set blocks": "{% set a %}xxxxxxxxxx{% endset %}\n"
    + "{% set a %}{{ a }}{{ a }}{% endset %}\n" * 40,
    "text doubled in a namespace": (
        "{% set n = namespace(a='x') %}\n"
        "{% for i in range(99) %}{% set n.a %}{{ n.a }}{{ n.a }}x{% endset %}{% endfor %}"
    ),
    "the template's own text repeated": "{% for a in range(99999) %}\n" + "x" * 100_000 + "{% endfor %}",
    "a narrative printed again and again": "{% for a in range(99999) %}\n{{ story }}\n{% endfor %}",
    "values printed without end": "{% for a in range(99999) %}\n" + "{{ a }}" * 100 + "{% endfor %}",
    "multiplied text": "{{ 'x' * 1000000000 }}",
    "powers of powers": "{{ 9 ** 9 ** 9 ** 9 }}",
    "a multiplied list": "{{ [1] * 1000000000 }}",
    "a multiplied number": (
        "{% set n = namespace(a=9) %}\n{% for i in range(999) %}{% set n.a = n.a * n.a %}{% endfor %}"
    ),
    "brackets without end": "{{ " + "(" * 50_000 + "1" + ")" * 50_000 + " }}",
    "lists without end": "{{ " + "[" * 50_000 + "1" + "]" * 50_000 + " }}",
    "nots without end": "{{ " + "not " * 50_000 + "1 }}",
    "minuses without end": "{{ " + "-" * 50_000 + "1 }}",
    "sums without end": "{{ 1" + " + 1" * 50_000 + " }}",
    "a sum of a hundred": "{{ 1" + " + 1" * 100 + " }}",
    "fields without end": "{{ record" + ".name" * 50_000 + " }}",
    "filters without end": "{{ rows" + " | list" * 50_000 + " }}",
    "conditions inside conditions": "{% if 1 %}\n" * 500 + "{% endif %}" * 500,
    "loops inside loops inside loops": "{% for a in rows %}\n" * 500 + "{% endfor %}" * 500,
    "set blocks inside set blocks": "{% set a %}\n" * 500 + "{% endset %}" * 500,
    "else without end": "{{ " + "1 if 0 else " * 5_000 + "1 }}",
    "a number without end": "{{ " + "9" * 100_000 + " }}",
    "a huge join": "{% set s = '" + "x" * 5_000 + "' %}\n{{ range(99999) | join(s) }}",
    "batches of a billion": "{{ [1] | batch(1000000000, 'x') | list }}",
    "batches sorted again and again": (
        "{% for b in range(99999) | batch(1) %}\n{{ range(99999) | sort | first }}{% endfor %}"
    ),
    "groups again and again": "{% for a in range(99999) %}\n{{ range(99999) | groupby('x') | length }}{% endfor %}",
    "a list searched again and again": (
        "{% set many = range(99999) | list %}\n{% for a in many %}{% if -1 in many %}x{% endif %}{% endfor %}"
    ),
    "lists compared again and again": (
        "{% set a = range(99999) | list %}{% set b = range(99999) | list %}\n"
        "{% for i in a %}{% if a == b %}x{% endif %}{% endfor %}"
    ),
    "a list tested again and again": (
        "{% set a = range(999) | list %}\n"
        "{% for i in range(99999) %}{{ [a, a] | select('eq', a) | list | length }}{% endfor %}"
    ),
    "slices again and again": "{% set a = range(99999) | list %}\n{% for i in a %}{{ a[1:] | length }}{% endfor %}",
    "a list of lists of lists printed": NEST + "{{ a }}",
    "a list of lists of lists compared": NEST
    + NEST.replace("a", "b").replace("bn", "an")
    + "{% if a == b %}x{% endif %}",
    "a list of lists of lists as a name": NEST + "{{ record[a] }}",
    "a list of lists of lists as a key": NEST + "{% set d = {a: 1} %}{{ d }}",
    "a list of lists of lists made unique": NEST + "{{ [a, a] | unique | length }}",
    "a list of lists of lists called": NEST + "{{ a() }}",
    "a list of lists of lists in the plural": NEST + "{{ a | plural(2) }}",
    "a list deeper and deeper": (
        "{% set n = namespace(a=[]) %}\n{% for i in range(99999) %}{% set n.a = [n.a] %}{% endfor %}\n{{ n.a }}"
    ),
    "a name of a million letters": (
        "{% set n = namespace(a='xxxxxxxxxx') %}{% for i in range(14) %}{% set n.a = n.a ~ n.a %}{% endfor %}\n"
        "{{ record[n.a] }}"
    ),
    "comments without end": "" + "{# " * 50_000,
}
