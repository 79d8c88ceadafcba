"""The page of GB/T 9704-2012 in numbers. Lengths are in points unless a name says otherwise."""

MM_PER_INCH = 25.4
TWIPS_PER_POINT = 20


def points(mm: float) -> float:
    """Millimetres as points."""
    return mm / MM_PER_INCH * 72


def twips(length: float) -> int:
    """Points as the twentieths that Word counts in."""
    return round(length * TWIPS_PER_POINT)


# 5.1: A4. 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm; the foot and the right margin are the rest.
PAPER_MM = (210, 297)
TYPE_AREA_MM = (156, 225)
TOP_MM = 37
LEFT_MM = 28
RIGHT_MM = PAPER_MM[0] - LEFT_MM - TYPE_AREA_MM[0]
BOTTOM_MM = PAPER_MM[1] - TOP_MM - TYPE_AREA_MM[1]

# 5.2.3: 一般每面排22行，每行排28个字，并撑满版心.
LINES = 22
CHARACTERS = 28

# 5.2.2 and 7.3: body and headings 3号, title 2号, page number 4号.
BODY_SIZE = 16
TITLE_SIZE = 22
PAGE_NUMBER_SIZE = 14

LINE_TWIPS = int(points(TYPE_AREA_MM[1]) / LINES * TWIPS_PER_POINT)
"""Distance of the lines: 28.95 pt. Rounded down, so that the 22nd line still stands on the page."""

CHARACTER = points(TYPE_AREA_MM[0]) / CHARACTERS
"""Distance of the characters: 15.79 pt, a little less than the 16 pt they are wide."""

CHARACTER_SPACE = round((CHARACTER - BODY_SIZE) * 4096)
"""What Word's character grid adds to each character, in its unit of 1/4096 pt: negative."""

CHARACTER_TWIPS = int(CHARACTER * TWIPS_PER_POINT) - 1 - BODY_SIZE * TWIPS_PER_POINT
"""What a style adds to each character to the same end: -0.3 pt; justification does the rest.

Word can get there by the grid alone. LibreOffice (7.4) gives every character two cells as soon as the cells
are narrower than the type, and rounds distances up; so the styles step off the grid, keep their distances
themselves and come out alike everywhere. The grid of the page still holds for text that is pasted in.
"""

# 7.5: 一字线上距版心下边缘 7 mm; 单页码居右空一字，双页码居左空一字. The line is at half the figures' height.
PAGE_NUMBER_BELOW_MM = 7
FOOTER_MM = BOTTOM_MM - PAGE_NUMBER_BELOW_MM - PAGE_NUMBER_SIZE / 2 / 72 * MM_PER_INCH
