"""The typesetter's source for a page for phones. Text comes in as data and is never read as markup."""

PAGE_MM = (105, 187)
"""As wide as A6 and 9:16 tall: a viewer that fits the width then shows 18 characters a line in the size of a
chat message. A4 would show 28 at a third of that size, to be read with two fingers."""

SOURCE = """
#let data = json(bytes(sys.inputs.report))
#let face(role) = data.fonts.at(role)
#set document(title: data.title, date: none)
#set page(
  width: data.page.at(0) * 1mm, height: data.page.at(1) * 1mm,
  margin: (x: 8mm, top: 9mm, bottom: 13mm), footer-descent: 35%,
  footer: context align(center, text(size: 9pt, font: face("body"), "— " + str(here().page()) + " —")),
)
#set text(size: 14pt, lang: "zh", region: "cn", font: face("body"), cjk-latin-spacing: none, hyphenate: false)
#set par(justify: true, leading: 0.78em, spacing: 0.78em, linebreaks: "optimized")
#show heading: it => block(above: 1em, below: 0.78em, sticky: true, breakable: false,
  text(size: 14pt, weight: if it.level == 1 { "bold" } else { "regular" },
    font: face(("heading", "subheading", "body").at(calc.min(it.level, 3) - 1)), h(2em) + it.body))
#for block-of in data.blocks {
  let words = block-of.lines.join(linebreak())
  if block-of.kind == "title" {
    block(width: 100%, below: 1.6em, sticky: true, {
      set par(justify: false, leading: 0.6em)
      set align(center)
      text(size: 17pt, weight: "bold", font: face("title"), words)
    })
  } else if block-of.kind == "heading" {
    heading(level: block-of.level, words)
  } else if block-of.kind == "salutation" {
    par(words)
  } else if block-of.kind == "signature" {
    block(width: 100%, above: 2em, below: 0.78em, sticky: true, align(right, words + h(2em)))
  } else if block-of.kind == "date" {
    align(right, words + h(2em))
  } else {
    par(first-line-indent: (amount: 2em, all: true), words)
  }
}
"""
