package epub

import (
	"strings"

	"octavo/cmd/octavo/internal/config"
)

// What a fine press adds, in CSS: ornaments and a second ink. The ornaments are in the style sheet and not in the text, so that
// nobody hears them; the branch is a drawing of its own.

// headPiece is the file of the branch above chapters, seen from the package document.
const headPiece = "images/head.svg"

// inks writes the rules for what a style prints in its second ink. The colour is the nearest one that can be read on white and on
// black (WCAG 2.2, 1.4.3), because the ground is the reader's, and a reading system need not say which it is.
func (s *sheet) inks(st *config.Style) {
	if !st.Ink.Has() {
		return
	}
	ink := "color: " + st.Ink.RGB().OnBoth().String()
	var all []string
	for _, part := range []struct{ what, selector string }{
		{config.OnInitial, first + "::first-letter, " + afterEpigraph + "::first-letter"},
		{config.OnNumber, "h1 .number, .numbered .number"},
		{config.OnTitle, ".chapter > h1, section.part h1"},
		{config.OnSection, "h2, h3, h4, h5, h6"},
		{config.OnMaxim, ".maxim"},
		{config.OnLabel, ".kind, .see p, .see .label, .marks .label"},
		{config.OnOrnament, "hr.break::before, .chapter > h1::before, .chapter::after"},
	} {
		if st.Ink.Prints(part.what) {
			all = append(all, part.selector)
		}
	}
	for _, line := range st.Title.Ink {
		all = append(all, ".titlepage "+map[string]string{config.InTitle: "h1", config.InSubtitle: ".subtitle", config.InAuthor: ".author",
			config.InDevice: ".device", config.InPublisher: ".publisher", config.InYear: ".year"}[line])
	}
	if len(all) > 0 {
		s.rule(strings.Join(all, ",\n"), ink)
	}
	if st.Ink.Prints(config.OnSection) && !st.Ink.Prints(config.OnMaxim) { // a maxim is a heading as well
		s.rule(".maxim", "color: inherit")
	}
	s.rule(".see .run-on, .numbered .maxim", "color: inherit") // running text
}

// ornaments writes the rules for head pieces and tail pieces.
func (s *sheet) ornaments(st *config.Style) {
	signs := strings.Join(strings.Split(st.Ornament.Signs, ""), " ")
	inRow := func(n int) string {
		var row []string
		for len(row) < n {
			row = append(row, strings.Split(st.Ornament.Signs, "")...)
		}
		return strings.Join(row[:n], "\u2002")
	}
	const above = ".chapter > h1::before"
	look := []string{"display: block", "font-variant: normal", "letter-spacing: normal", "text-align: center"}
	switch st.Ornament.Head {
	case config.Rule:
		s.rule(above, `content: ""`, "display: block", "height: 2px", "margin: 0 0 1.5em", "border-top: 2px solid", "border-bottom: 1px solid")
	case config.Signs:
		s.rule(above, append(look, "content: "+quotedCSS(inRow(9)), "margin: 0 0 1.5em", "font-size: 0.7em")...)
	case config.Vine:
		s.rule(above, `content: ""`, "display: block", "height: 1.6em", "margin: 0 0 1.5em",
			`background: url("../`+headPiece+`") center / contain no-repeat`)
	}
	const below = ".chapter::after"
	look = append(look, "margin: 2em 0 0", "line-height: 1.5", "text-indent: 0")
	switch st.Ornament.Tail {
	case config.Sign:
		s.rule(below, append(look, "content: "+quotedCSS(signs[:strings.IndexByte(signs+" ", ' ')]), "font-size: 1.4em")...)
	case config.Pyramid:
		s.rule(below, append(look, `content: "`+inRow(3)+`\a `+inRow(2)+`\a `+inRow(1)+`"`, "white-space: pre-line")...)
	}
}

// titlePage writes the rules for a title page with a device, or set as printers did.
func (s *sheet) titlePage(st *config.Style) {
	if st.Title.Device == config.None && st.Title.Layout != config.OldStyle {
		return
	}
	s.rule(".titlepage .device", "margin: 2em 0 0")
	s.rule(".titlepage div.device::before", "content: "+quotedCSS(firstSign(st)), "font-size: 3em", "line-height: 1")
	s.rule(".titlepage img.device", "max-width: 33%")
	if st.Title.Layout != config.OldStyle {
		return
	}
	s.rule(".titlepage", "text-align: center")
	s.rule(".titlepage h1", append(face(st, config.SmallCaps), "letter-spacing: 0.1em")...)
	s.rule(".titlepage .author::before", `content: ""`, "display: block", "width: 5em", "margin: 0 auto 1em", "border-top: 1px solid")
	s.rule(".titlepage .publisher, .titlepage .year", face(st, config.SmallCaps)...)
}

// firstSign returns the sign that stands alone.
func firstSign(st *config.Style) string {
	for _, r := range st.Ornament.Signs {
		return string(r)
	}
	return ""
}

// device writes the device of the title page: the author's own picture, or an element in which the style sheet shows a sign.
func (w *writer) device() {
	if pic := w.plan.book.Device; pic != nil {
		w.raw(`<p class="device"><img class="device"`)
		w.attr("src", "../images/"+w.plan.picture(pic).name)
		w.raw(` alt="" role="presentation"/></p>` + "\n")
		return
	}
	if st := w.plan.cfg.Style; st != nil && st.Title.Device == config.Sign {
		w.raw("<div class=\"device\"></div>\n")
	}
}

// year returns the year of the edition in roman figures, where the style's title page has it.
func (p *plan) year() string {
	if p.cfg.Style == nil || p.cfg.Style.Title.Layout != config.OldStyle || !p.dated() {
		return ""
	}
	return strings.ToUpper(config.RomanNumeral(p.date().Year()))
}

// hasBranch reports whether the package has the drawing of the branch.
func (p *plan) hasBranch() bool {
	return len(p.assets.Head) > 0 && p.cfg.Style != nil && p.cfg.Style.Ornament.Head == config.Vine
}
