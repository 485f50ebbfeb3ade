package epub

import (
	"math"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
)

// The style sheet has three parts: the fonts; what the table of the style says, in CSS (styled); and styles/epub.css, which
// holds what all styles share and has the last word. Sizes of print become ems of the reader's own size. Nothing sets the
// size, the colour or the line spacing of the text itself.

// css returns the style sheet. Without fonts it names no family, so that the reader's own font is used.
func (p *plan) css() []byte {
	var s sheet
	s.notices(p.fonts)
	for _, f := range p.fonts {
		s.face(f)
	}
	if len(p.fonts) > 0 { // on the body alone, as a default: the font that a reader chooses wins
		s.rule("body", families(p.fonts[0].family, p.families(signsRole), generic(p.fonts[0].family)))
	}
	s.rule("code", families(p.family(codeRole), p.families(codeSignsRole), `"Courier New", monospace`))
	if p.cfg.Lang.InDigits("1") == "۱" {
		s.rule("ol:not([type])", "list-style-type: persian")
	}
	if p.has.verse {
		s.verseIndents()
	}
	if p.has.styles {
		s.spans(p.cfg.Style)
	}
	if p.has.asides {
		s.asides(p.cfg.Style)
	}
	if p.has.code {
		s.codeIndents()
	}
	if p.has.math {
		s.rule(`math[display="block"]`, "margin: 0.7em 0")
	}
	sheet := ownSmallCaps(s.String()+p.styled(), p.cfg.Lang) + string(p.assets.CSS)
	if p.fromRight() {
		sheet = mirrored(sheet) + "th.left,\ntd.left {\n  text-align: left;\n}\n"
	}
	return []byte(sheet)
}

// ownSmallCaps returns a style sheet whose small capitals are without the letters that a font has for the book's language (locl), since
// fonts have no small capitals of them: in German, EB Garamond has a narrower f, which would stay small. In Turkish and its like it is
// those letters that keep the dot of the i.
func ownSmallCaps(css string, l *lang.Language) string {
	if l.Upper("i") != "I" {
		return css
	}
	const without = "  font-feature-settings: \"locl\" 0;\n"
	for _, caps := range []string{"  font-variant-caps: small-caps;\n", "  font-variant-caps: all-small-caps;\n"} {
		css = strings.ReplaceAll(css, caps, caps+without)
	}
	return css
}

// face writes the rules of a font, one for each look of text that it is for.
func (s *sheet) face(f *font) {
	looks := f.looks
	if looks == nil {
		looks = []Look{{Bold: f.bold, Italic: f.italic}}
	}
	for _, l := range looks {
		style, weight, only := "normal", "normal", ""
		if l.Italic {
			style = "italic"
		}
		if l.Bold {
			weight = "bold"
		}
		if f.only != nil {
			only = "unicode-range: " + unicodeRange(f.only)
		}
		s.rule("@font-face", `font-family: "`+f.family+`"`, "font-style: "+style, "font-weight: "+weight,
			`src: url("../fonts/`+f.name+`")`, only)
	}
}

// families returns the declaration of font families: of a font, where it is embedded, of what helps it, and of what stands in.
func families(own string, helpers []string, instead string) string {
	out := "font-family: "
	for _, name := range append([]string{own}, helpers...) {
		if name != "" {
			out += `"` + name + `", `
		}
	}
	return out + instead
}

// generic returns the kind of family that stands in for one, by its name: fonts hardly ever say it otherwise.
func generic(family string) string {
	for _, word := range []string{"Sans", "Grotesk", "Grotesque", "Gothic", "Hyperlegible"} {
		if strings.Contains(family, word) {
			return "sans-serif"
		}
	}
	return "serif"
}

// sheet is a style sheet that is being written.
type sheet struct{ strings.Builder }

// rule writes one rule. Empty declarations are left out, and so is a rule without any.
func (s *sheet) rule(selector string, declarations ...string) {
	some := false
	for _, d := range declarations {
		if d == "" {
			continue
		}
		if !some {
			s.WriteString(selector + " {\n")
			some = true
		}
		s.WriteString("  " + d + ";\n")
	}
	if some {
		s.WriteString("}\n\n")
	}
}

// notices writes the copyright notices of the fonts, each once.
func (s *sheet) notices(fonts []*font) {
	seen := map[string]bool{}
	for _, f := range fonts {
		n := f.notice
		text := f.family + ". " + n.Copyright + ". " + n.License
		if n.URL != "" && !strings.Contains(n.License, n.URL) {
			text += " " + n.URL
		}
		text = strings.ReplaceAll(clean(text), "*/", "* /")
		if key := f.family + n.Copyright; !seen[key] {
			seen[key] = true
			s.WriteString("/* " + text + "\n   This copy holds only the characters that the book uses. */\n\n")
		}
	}
}

// styled returns the part of the style sheet that the style's table makes; nothing without a style.
func (p *plan) styled() string {
	st := p.cfg.Style
	if st == nil {
		return ""
	}
	var s sheet
	s.text(st)
	s.headings(st)
	if !p.fromRight() { // its first letter has no initial in print either
		s.opening(st, first, afterEpigraph)
	}
	if p.belowTitle {
		s.belowTitle(st)
		if !p.fromRight() {
			s.opening(st, firstBelow, afterEpigraphBelow)
		}
	}
	s.entries(st)
	if p.fields {
		s.fields(st)
	}
	if p.numbersFigures() && st.Text.Emphasis != config.Bold {
		s.rule("figcaption .label, caption .label", "font-style: normal")
	}
	s.signs(st)
	s.ornaments(st)
	s.titlePage(st)
	s.inks(st)
	return s.String()
}

// ems returns one length in units of another.
func ems(l, of config.Length) string { return inEms(float64(l) / float64(max(1, of))) }

func inEms(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) + "em"
}

// face returns the declarations for a face. Small capitals are declared twice: first for readers that know only
// font-variant, and then, since that resets the figures, with the figures named again.
func face(st *config.Style, name string) []string {
	look := []string{"font-style: normal", "font-weight: normal", "font-variant: normal", figures(st), "letter-spacing: normal"}
	switch name {
	case config.Italic:
		look[0] = "font-style: italic"
	case config.Bold:
		look[1] = "font-weight: bold"
	case config.SmallCaps:
		look[2], look[4] = "font-variant: small-caps", "letter-spacing: 0.06em"
		look = append(look, "font-variant-caps: all-small-caps")
	case config.Swash:
		look[0] = "font-style: italic"
		look = append(look, swashes)
	}
	return look
}

// swashes asks for swash capitals.
const swashes = `font-feature-settings: "swsh" 1`

func figures(st *config.Style) string {
	if st.Text.Figures == config.OldStyle {
		return "font-variant-numeric: oldstyle-nums proportional-nums"
	}
	return "font-variant-numeric: lining-nums proportional-nums"
}

// side returns the text alignment.
func side(align string) string {
	if align == config.Centered {
		return "text-align: center"
	}
	return "text-align: left"
}

// text writes the rules for running text. Justification is declared for all readers but Kindle, whose guidelines leave
// it to the reader.
func (s *sheet) text(st *config.Style) {
	hyphens := "manual"
	if st.Text.Hyphenate {
		hyphens = "auto"
	}
	s.rule("body", figures(st), "hyphens: "+hyphens, "-webkit-hyphens: "+hyphens, "-epub-hyphens: "+hyphens)
	if st.Text.Align == config.Justified { // a phone's line is too short for that
		// "not" cannot be used here: it would negate the width as well.
		s.WriteString("@media not amzn-kf8 {\n  @media (min-width: 30em) {\n    body {\n      text-align: justify;\n    }\n  }\n}\n\n")
	}
	if st.Text.Paragraphs == config.Spaced {
		s.rule("p + p", "margin-top: 0.8em")
	} else {
		s.rule("p + p", "text-indent: "+ems(min(st.Text.Indent, 2*st.Text.Size), st.Text.Size))
	}
	if st.Text.Emphasis == config.Bold {
		s.rule("em", "font-style: normal", "font-weight: bold")
		s.rule("em em, strong em", "font-style: italic")
	} else {
		s.rule("em", "font-style: italic")
		s.rule("em em", "font-style: normal")
	}
	if st.Text.Emphasis != config.Bold { // captions and the like: as in print, italic where the style has italics
		s.rule(asides, "font-style: italic")
	}
	s.rule(".notes, .endnotes ol", "font-size: "+ems(max(st.Note.Size, st.Text.Size*85/100), st.Text.Size))
	s.rule("section.index ul", "font-size: "+ems(max(st.Index.Size, st.Text.Size*85/100), st.Text.Size))
	s.rule("section.index ul ul", "font-size: 1em")
	if st.Index.Columns == 2 {
		s.WriteString("@media (min-width: 40em) {\n  section.index {\n    columns: 2;\n    column-gap: 2em;\n  }\n\n" +
			"  section.index > h1 {\n    column-span: all;\n  }\n}\n\n")
	}
}

// asides writes the rules for text beside the running text, such as captions.
const asides = "th, caption, figcaption, .epigraph, .motto, .dedication, .copyright .book,\n" +
	".titlepage .subtitle, .titlepage .contributor, .titlepage .edition, .typographic .cover-subtitle"

// titleSize returns the size of a chapter's title in ems, smaller than in print because a phone's line is shorter.
func titleSize(st *config.Style) float64 {
	return min(float64(st.Chapter.Size)/float64(st.Text.Size), 2.1)
}

func (s *sheet) headings(st *config.Style) {
	size := titleSize(st)
	sink := min(float64(st.Chapter.Sink)/float64(st.Text.Size), 6)
	s.rule("h1", append(face(st, st.Chapter.Face), "margin: "+inEms(sink*0.6/size)+" 0 "+inEms(1.9/size), "font-size: "+inEms(size),
		side(st.Chapter.Align))...)
	switch st.Chapter.Number {
	case config.Roman, config.Words:
		s.rule("h1 .number", append(face(st, config.SmallCaps), "font-size: "+inEms(1.15/size))...)
	default:
		s.rule("h1 .number", append(face(st, config.Upright), "font-size: "+inEms(1.5/size))...)
	}
	s.rule("h2", append(face(st, st.Section.Face), "font-size: "+ems(st.Section.Size, st.Text.Size), side(st.Section.Align))...)
	s.rule("h3, h4, h5, h6", append(face(st, st.Section.Minor), "font-size: "+inEms(min(1.05, float64(st.Section.Size)/float64(st.Text.Size))),
		side(st.Section.Align))...)

	s.rule(".titlepage, section.part, .cover.typographic", side(st.Chapter.Align))
	s.rule(".titlepage h1, section.part h1, .typographic .cover-title", "font-size: "+inEms(min(1.15*size, 2.3)))
	labelled := face(st, config.SmallCaps)
	if st.Section.Face == config.Bold {
		labelled = face(st, config.Bold)
	}
	s.rule(".titlepage .author, .typographic .cover-author", append(labelled[:len(labelled):len(labelled)], "font-size: 1.1em")...)
	s.rule("section.part h1 .number", append(labelled[:len(labelled):len(labelled)], "font-size: "+inEms(1/min(1.15*size, 2.3)))...)
	s.rule("nav .part > a, .titlepage .notice", labelled...)
	if st.Chapter.Number == config.Roman {
		s.rule("nav li .number", "min-width: 2.3em")
	}
	s.rule(".proof .reader", side(st.Chapter.Align))
	s.rule(".proof .about, .proof .copy", "text-align: left")
	if st.Part.Ground > 0 { // grey by its share, on whatever ground the reader has
		share := strconv.FormatFloat(float64(st.Part.Ground)/100, 'f', -1, 64)
		s.rule("section.part", "box-sizing: border-box", "min-height: 80vh", "padding: 1em 1.5em 2em", "background-color: rgba(128, 128, 128, "+share+")")
		s.rule("section.part h1", "margin-top: 1.5em")
	}
}

// The first paragraph of a chapter.
const (
	first         = ".chapter > h1 + p"
	afterEpigraph = ".chapter > h1 + .epigraph + p"

	firstBelow         = ".chapter > .below + p" // where something stands under the title
	afterEpigraphBelow = ".chapter > .below + .epigraph + p"
)

// belowTitle writes the rules for what stands under a chapter's title.
func (s *sheet) belowTitle(st *config.Style) {
	s.rule(".below", "margin: -1.4em 0 1.9em", side(st.Chapter.Align), "hyphens: none", "-webkit-hyphens: none", "-epub-hyphens: none")
	s.rule(".below p", "margin: 0.5em 0 0", "text-indent: 0", "text-align: inherit", "text-wrap: balance")
	aside := face(st, config.Italic)
	if st.Text.Emphasis == config.Bold {
		aside = face(st, config.Upright)
	}
	s.rule(".below .subtitle", append(aside[:len(aside):len(aside)], "font-size: 1.18em", "line-height: 1.3")...)
	if st.Text.Emphasis == config.Italic {
		s.rule(".below .subtitle em", "font-style: normal")
	}
	label := face(st, config.SmallCaps)
	if st.Section.Face == config.Bold {
		label = face(st, config.Bold)
	}
	s.rule(".below .byline", append(label, "margin-top: 1em")...)
	s.rule(".below .dateline", aside...)
}

// opening writes the rules for the first paragraph of a chapter.
func (s *sheet) opening(st *config.Style, first, afterEpigraph string) {
	both := func(pseudo string) string { return first + pseudo + ", " + afterEpigraph + pseudo }
	if st.Chapter.Lead == config.SmallCaps {
		s.rule(both("::first-line"), "font-variant-caps: small-caps", "letter-spacing: 0.03em")
	}
	lines := strconv.Itoa(st.Chapter.Lines)
	italic, swash := "", ""
	switch st.Chapter.InitialFace {
	case config.Swash:
		italic, swash = "font-style: italic", swashes
	case config.Italic:
		italic = "font-style: italic"
	}
	switch st.Chapter.Initial {
	case config.Drop:
		// A float where nothing better is known: as high as its lines are, its foot on the last one's.
		s.rule(both("::first-letter"), "float: left", "padding: 0.05em 0.08em 0 0", "font-size: "+inEms(1.28*float64(st.Chapter.Lines)),
			"font-variant-caps: normal", "line-height: 0.78", italic, swash)
		for _, property := range []string{"initial-letter", "-webkit-initial-letter"} {
			s.WriteString("@supports (" + property + ": " + lines + ") {\n")
			s.WriteString("  " + first + "::first-letter,\n  " + afterEpigraph + "::first-letter {\n    float: none;\n" +
				"    padding: 0 0.08em 0 0;\n    font-size: 1em;\n    line-height: inherit;\n    " + property + ": " + lines + ";\n  }\n}\n\n")
		}
	case config.Raised:
		s.rule(both("::first-letter"), "font-size: "+inEms(0.9*float64(st.Chapter.Lines)), "font-variant-caps: normal", "line-height: 1", italic, swash)
	}
}

func (s *sheet) entries(st *config.Style) {
	s.rule(".maxim", append(face(st, st.Maxim.Face), "font-size: "+ems(st.Maxim.Size, st.Text.Size),
		"line-height: "+strconv.FormatFloat(math.Round(100*float64(st.Maxim.Leading)/float64(st.Maxim.Size))/100, 'f', -1, 64),
		side(st.Maxim.Align))...)
	s.rule(".kind", append(face(st, st.Maxim.Label), side(st.Maxim.Align))...)
	small := face(st, config.SmallCaps)
	if st.Maxim.Label != config.SmallCaps && st.Section.Face != config.SmallCaps {
		small = face(st, st.Section.Minor)
	}
	s.rule(".see p, .marks .label", small...)
	s.rule(".see .run-on", face(st, config.Upright)...)
	if st.Maxim.Label == config.None {
		s.rule(".kind", "display: none")
	}
	if st.Maxim.Label != config.Italic && st.Text.Emphasis != config.Bold {
		s.rule(".figure-of", "font-style: italic")
	}
	if st.Maxim.Align == config.Centered {
		s.rule(".marks, .see", "text-align: center")
	}
	s.rule(".numbered .maxim", append(face(st, config.Upright), "font-size: 1em", "line-height: inherit", "text-align: inherit")...)
	s.rule(".numbered .number", face(st, st.Folio.Face)...)
	s.rule(".run-in .maxim", append(face(st, st.Entry.Head), "font-size: 1em", "line-height: inherit")...)
	s.rule(".run-in .kind", face(st, config.Italic)...)
	indent := ems(min(st.Text.Indent, 2*st.Text.Size), st.Text.Size)
	switch {
	case st.Entry.Hang:
		s.rule(".run-in .opening", "padding-left: "+indent, "text-indent: -"+indent)
		s.rule(".run-in .gloss, .run-in .see", "margin-left: "+indent)
	case st.Text.Paragraphs == config.Indented:
		s.rule(".run-in .opening", "text-indent: "+indent)
	}
	if st.Text.Paragraphs == config.Spaced {
		s.rule(".run-in", "margin-top: 0.8em")
	}
	s.rule(".above .number", side(st.Chapter.Align))
	s.rule(".see .label", small...)
	s.rule(".index .headnote", side(st.Chapter.Align), "font-style: italic")
	if face := st.Maxim.Face; face == config.Italic {
		s.rule(".maxim em", "font-style: normal")
	}
}

// fields writes the rules for the keys of entries.
func (s *sheet) fields(st *config.Style) {
	s.rule(".fields", "font-size: 0.92em", "text-indent: 0", "margin: 0 0 0.5em", side(st.Maxim.Align))
	s.rule(".source", "font-size: 0.92em", "text-indent: 0", "margin: 0.3em 0 0", "text-align: right")
	s.rule(".fields .label, .source .label", face(st, config.Italic)...)
	s.rule(".run-in .fields", append(face(st, config.Italic), "font-size: 1em")...)
}

// signs writes the rules for ornamental breaks and list markers. The ornament is defined here and not in the text, so
// that it is read aloud as a pause.
func (s *sheet) signs(st *config.Style) {
	s.rule("hr.break", "border: 0", "height: auto", "text-align: center")
	s.rule("hr.break::before", "content: "+quotedCSS(st.Mark.Break), "letter-spacing: 0.2em")
	if st.Mark.List != "•" {
		s.rule("ul", "list-style-type: "+quotedCSS(st.Mark.List+"\u2002"))
	}
}

// quotedCSS returns a string of CSS.
func quotedCSS(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "<", `\3c `).Replace(s) + `"`
}
