package epub

import (
	"octavo/cmd/octavo/internal/book"
)

func (w *writer) table(t *book.Table) {
	w.raw(`<div class="table"`)
	if t.ID != "" {
		w.attr("id", w.plan.idOf(t, t.ID))
	}
	w.raw(">\n<table>\n")
	w.tableCaption(t)
	w.raw("<thead>\n<tr>")
	w.row(t, t.Head, "th")
	w.raw("</tr>\n</thead>\n")
	if len(t.Rows) > 0 {
		w.raw("<tbody>\n")
		for _, row := range t.Rows {
			w.raw("<tr>")
			w.row(t, row, "td")
			w.raw("</tr>\n")
		}
		w.raw("</tbody>\n")
	}
	w.raw("</table>\n</div>\n")
}

// tableCaption writes the caption of a table. One that was written after the table does not bring forward the breaks of the
// pages in it.
func (w *writer) tableCaption(t *book.Table) {
	if len(t.Caption) == 0 {
		return
	}
	if t.Caption[0].Start().Offset > t.Pos.Offset {
		breaks := w.breaks
		w.breaks = nil
		defer func() { w.breaks = breaks }()
	}
	w.raw("<caption")
	w.direction(t.Caption)
	w.raw(">")
	w.label(book.Numbered{Table: true, Number: t.Number})
	w.inlines(t.Caption)
	w.raw("</caption>\n")
}

// row writes one row of elements, filled up to the width of the head. An empty head cell is written as a plain cell.
func (w *writer) row(t *book.Table, cells []book.Cell, element string) {
	for i := range max(len(cells), len(t.Head), 1) {
		var cell book.Cell
		if i < len(cells) {
			cell = cells[i]
		}
		name := element
		if len(cell) == 0 {
			name = "td"
		}
		w.raw("<" + name)
		if name == "th" {
			w.raw(` scope="col"`)
		}
		if i < len(t.Align) {
			switch t.Align[i] {
			case book.AlignCenter:
				w.attr("class", "center")
			case book.AlignRight:
				w.attr("class", "right")
			case book.AlignLeft:
				if w.plan.fromRight() {
					w.attr("class", "left")
				}
			case book.AlignDefault:
			}
		}
		w.direction(cell)
		w.raw(">")
		w.inlines(cell)
		w.raw("</" + name + ">")
	}
}
