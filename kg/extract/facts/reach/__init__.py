"""How far a figure reaches: segment, region, product, basis, part of a whole."""
