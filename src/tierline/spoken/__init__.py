"""How values are said in any language that Unicode's locale data (CLDR, by Babel) knows: dates, times, money,
telephone numbers, characters one by one. Pure: no I/O, and no language has a branch of its own."""
