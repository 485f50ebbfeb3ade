package interior

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/ornament"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// lackingFeatures warns of features that the style or the book asks for and the text font does not have: each once, with
// what is done instead. Where fallback fonts have taken over, the author has chosen none of it, and nothing is said.
func lackingFeatures(style *config.Style, bk *book.Book, fonts *textstyle.Fonts) diag.List {
	var list diag.List
	if fonts.TakenOver() {
		return nil
	}
	f := fonts.Regular
	warn := func(path, what, instead, remedy string) {
		pos, end := style.Value(path)
		list.Warnf("style-feature", pos, "%s has no %s; %s", f.Family, what, instead).To(end).Note("%s", remedy)
	}
	another := "choose another font"
	if style.Text.Figures == config.OldStyle {
		if names := lacking(font.OldStyle, fonts.Regular, fonts.Italic, fonts.Bold, fonts.BoldItalic); len(names) > 0 {
			which := strings.Join(names, ", ")
			if !f.Supports(font.OldStyle) { // so have its italic and its bold
				which = f.Family
			}
			pos, end := style.Value("text.figures")
			list.Warnf("style-feature", pos, "%s has no old-style figures (onum); the figures are the font's own", which).To(end).
				Note("%s", `write figures = "lining" under [text], or `+another)
		}
	}
	if !f.Supports(font.AllSmallCaps) {
		for _, key := range []struct{ path, value string }{
			{"head.verso_face", style.Head.VersoFace}, {"head.recto_face", style.Head.RectoFace}, {"chapter.face", style.Chapter.Face},
			{"chapter.lead", style.Chapter.Lead}, {"section.face", style.Section.Face}, {"section.minor", style.Section.Minor},
			{"maxim.face", style.Maxim.Face}, {"maxim.label", style.Maxim.Label},
		} {
			if key.value == config.SmallCaps {
				warn(key.path, "small capitals (smcp, c2sc)", "capitals stand in for them", "name another face there, or "+another)
				break
			}
		}
	}
	if style.Text.Capitals == config.SmallCaps && !f.Supports(font.AllSmallCaps) && hasText(bk, func(text string) bool { return len(textstyle.Capitals(text)) > 0 }) {
		warn("text.capitals", "small capitals (smcp, c2sc)", "words in capitals are spaced instead", `write capitals = "letterspaced" under [text], or `+another)
	}
	if !fonts.Italic.Supports(font.Swash) {
		for _, key := range []struct{ path, value string }{
			{"head.verso_face", style.Head.VersoFace}, {"head.recto_face", style.Head.RectoFace}, {"chapter.face", style.Chapter.Face},
			{"chapter.initial_face", style.Chapter.InitialFace}, {"section.face", style.Section.Face}, {"section.minor", style.Section.Minor},
			{"maxim.face", style.Maxim.Face}, {"maxim.label", style.Maxim.Label},
		} {
			if key.value == config.Swash {
				pos, end := style.Value(key.path)
				list.Warnf("style-feature", pos, "%s has no swash capitals (swsh); italic ones stand in for them", fonts.Italic.Name).To(end).
					Note("name another face there, or choose another font")
			}
		}
	}
	if lost := lackingSigns(style, f.Font); lost != "" {
		warn("ornament.signs", "glyph for "+lost, "the ornaments do without", "write other signs, or "+another)
	}
	for _, key := range []struct{ path, value, instead string }{
		{"mark.break", style.Mark.Break, plainBreak}, {"mark.list", style.Mark.List, plainList},
	} {
		if !fonts.Has(key.value) {
			warn(key.path, "glyph for "+key.value, "it is set as "+key.instead, "write another sign, or "+another)
		}
	}
	if style.Note.Marks == config.Symbols && len(symbolsOf(fonts)) < len(noteSymbols) {
		lack := slices.DeleteFunc(slices.Clone(noteSymbols), fonts.Has)
		warn("note.marks", "glyph for "+strings.Join(lack, " "), "notes are marked with "+strings.Join(symbolsOf(fonts), " ")+" alone", another)
	}
	if !f.Supports(font.Superiors) && style.Note.Marks != config.Symbols && hasNotes(bk) {
		warn("fonts.regular", "superior figures (sups)", "the marks of footnotes are small figures, raised", another)
	}
	if !f.Supports(font.Tabular) && hasTables(bk) {
		warn("fonts.regular", "figures of one width (tnum)", "figures in tables may not stand under each other", another)
	}
	if !f.Supports(font.Fractions) && hasText(bk, hasFraction) {
		warn("fonts.regular", "fractions (frac)", "they are made of small figures", another)
	}
	return list
}

// lackingSigns returns the signs that the ornaments of a style are made of and that a font cannot draw.
func lackingSigns(style *config.Style, f *font.Font) (lost string) {
	o := &style.Ornament
	if o.Head != config.Signs && o.Tail != config.Sign && o.Tail != config.Pyramid && style.Title.Device != config.Sign {
		return ""
	}
	for _, r := range o.Signs {
		if ornament.OfGlyph(f, r).Empty() || !f.Has(r) {
			lost += string(r)
		}
	}
	return lost
}

// lacking returns the names of the faces that lack a feature.
func lacking(features font.Features, faces ...*typeset.Face) (names []string) {
	for _, f := range faces {
		if !f.Supports(features) && !slices.Contains(names, f.Name) {
			names = append(names, f.Name)
		}
	}
	return names
}

func hasNotes(bk *book.Book) bool {
	for _, ch := range bk.Chapters() {
		if len(ch.Notes) > 0 {
			return true
		}
	}
	return false
}

func hasTables(bk *book.Book) (found bool) {
	for _, ch := range bk.Chapters() {
		book.Walk(ch.Blocks, func(b book.Block) {
			_, table := b.(*book.Table)
			found = found || table
		})
	}
	return found
}

// hasText reports whether the running text of a book has something.
func hasText(bk *book.Book, something func(text string) bool) (found bool) {
	look := func(i book.Inline) {
		if t, ok := i.(*book.Text); ok && !found {
			found = something(t.Value)
		}
	}
	for _, ch := range bk.Chapters() {
		book.Walk(ch.Blocks, func(b book.Block) {
			book.Runs(b, func(run []book.Inline) { book.WalkInlines(run, look) })
		})
	}
	return found
}

func hasFraction(text string) bool {
	_, end := textstyle.Fraction(text)
	return end > 0
}
