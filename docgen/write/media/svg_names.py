"""Which elements, attributes and properties of SVG are taken over. Whatever is not named here is left out."""

from __future__ import annotations

NAMESPACE = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

SHAPES = frozenset("circle ellipse image line path polygon polyline rect text use".split())
GROUPS = frozenset("defs g svg switch symbol".split())
LETTERS = frozenset("text textPath tspan".split())
"""Elements that hold words."""
SERVERS = frozenset("clipPath filter linearGradient marker mask pattern radialGradient stop".split())
EFFECTS = frozenset(
    "feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR "
    "feGaussianBlur feMerge feMergeNode feOffset".split()
)
"""Effects of filters whose cost does not depend on their numbers."""
ELEMENTS = SHAPES | GROUPS | LETTERS | SERVERS | EFFECTS

SILENT = frozenset("cursor desc font-face metadata style title view".split())
"""Elements that draw nothing. Styles are put into the elements that they speak of."""

PROPERTIES = frozenset(
    "alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters "
    "direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font-family "
    "font-size font-stretch font-style font-variant font-weight image-rendering letter-spacing marker-end marker-mid "
    "marker-start mask mask-type opacity overflow shape-rendering stop-color stop-opacity stroke stroke-dasharray "
    "stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor "
    "text-decoration text-rendering unicode-bidi vector-effect visibility word-spacing writing-mode".split()
)
"""Properties that may be written as attributes, which every program reads."""
STYLED = frozenset("isolation mix-blend-mode paint-order transform transform-origin".split())
"""Properties that are kept where a style declares them."""

ATTRIBUTES = frozenset(
    "amplitude azimuth clipPathUnits cx cy d dx dy elevation exponent filterUnits flood-color flood-opacity fx fy fr "
    "gradientTransform gradientUnits height id in in2 intercept k1 k2 k3 k4 lengthAdjust markerHeight markerUnits "
    "markerWidth maskContentUnits maskUnits method mode offset operator orient pathLength patternContentUnits "
    "patternTransform patternUnits points preserveAspectRatio primitiveUnits r refX refY result rotate rx ry side "
    "slope spacing spreadMethod startOffset stdDeviation tableValues textLength transform type values viewBox width x "
    "x1 x2 y y1 y2".split()
)
