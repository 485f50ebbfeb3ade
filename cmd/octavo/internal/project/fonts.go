package project

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/fallback"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/sfnt"
	"octavo/cmd/octavo/internal/textstyle"
)

// ReadStyle is ReadFile for the files of a style. A font of the book's own is looked through first: those of the house are
// whole. The house's fallback fonts are no inputs of a build that are remembered: the command's version says what they are, and
// which of them are read depends on when what is asked.
func (o *Styles) ReadStyle(name string) ([]byte, error) {
	if strings.HasPrefix(name, fallback.Folder) {
		return o.fallback(name)
	}
	data, err := o.ReadFile(name)
	if err != nil || !strings.HasPrefix(name, "fonts/") {
		return data, err
	}
	if o.owns(name) {
		return data, sfnt.Check(data)
	}
	return data, nil
}

// nameOwnFonts gives the styles of a configuration the names of the TrueType fonts in the book's own styles/fonts that they do not name
// themselves: what their fonts lack is set in them. The configuration may be nil.
func (o *Styles) nameOwnFonts(cfg *config.Config) {
	if cfg == nil {
		return
	}
	entries, _ := readfile.List(o.book, "styles/fonts") // there may be none
	for _, style := range []*config.Style{cfg.Style, cfg.CardStyle} {
		if style == nil {
			continue
		}
		f := &style.Fonts
		f.Own = nil
		for _, e := range entries {
			hidden := strings.HasPrefix(e.Name(), ".") // as a Mac leaves them on drives of others: no fonts
			if !hidden && strings.EqualFold(path.Ext(e.Name()), ".ttf") && !slices.Contains([]string{f.Regular, f.Italic, f.Bold, f.BoldItalic, f.Mono}, e.Name()) {
				f.Own = append(f.Own, e.Name())
			}
		}
	}
}

// badFont adds to list what is wrong with a font of a style, where the style names it, or else where book.toml names the
// style.
func (p *Project) badFont(list *diag.List, style *config.Style, key string, err error) {
	from := "print.style"
	if style != p.Cfg.Style {
		from = "deck.style"
	}
	pos := p.Cfg.Where(from)
	end := pos.Offset
	var face *textstyle.FontError
	if errors.As(err, &face) {
		key = face.Key
	}
	if at, to, ok := style.FontPlace(key); ok {
		if p.Styles.owns(strings.TrimPrefix(at.Source.Name, "styles/")) { // a file of the author's
			pos, end = at, to
		}
	}
	d := list.Errorf("style-font", pos, "%v", err)
	if style != p.Cfg.Style {
		d.Stops = diag.Deck
	}
	if end > pos.Offset {
		d.To(end)
	}
	if key == "text.hyphenate" {
		d.Note("mend the file in the book's styles/hyphenation folder, or take it away")
		return
	}
	d.Note("put a whole TrueType file into the book's styles/fonts folder, or name another font in the style")
}

// fontFaults returns the faults that were met in the book's fonts since it was last called.
func (p *Project) fontFaults() (list diag.List) {
	add := func(style *config.Style, fonts *textstyle.Fonts) {
		if fonts == nil {
			return
		}
		for _, fault := range fonts.Faults() {
			if id := style.Name + " " + fault.Key; !p.faulty[id] {
				p.faulty[id] = true
				p.badFont(&list, style, fault.Key, fault)
			}
		}
	}
	add(p.Cfg.Style, p.Fonts)
	if p.Cards != p.Fonts {
		add(p.Cfg.CardStyle, p.Cards)
	}
	return list
}

// fontRefused reports whether err says that a font could not be put into an output, and adds it to list if so.
func (p *Project) fontRefused(list *diag.List, err error) bool {
	var inEPUB *epub.FontError
	var inPDF *pdf.FontError
	switch {
	case errors.As(err, &inEPUB):
		p.badFont(list, p.Cfg.Style, inEPUB.Key, inEPUB)
		return true
	case errors.As(err, &inPDF):
		style, keys := p.Cfg.Style, p.Fonts.Keys(inPDF.Name)
		if len(keys) == 0 {
			style, keys = p.Cfg.CardStyle, p.Cards.Keys(inPDF.Name)
		}
		key := ""
		if len(keys) > 0 {
			key = keys[0]
		} else {
			style = p.Cfg.Style
		}
		p.badFont(list, style, key, fmt.Errorf("font %s cannot be put into a PDF: %w", inPDF.Name, inPDF.Err))
		return true
	}
	return false
}
