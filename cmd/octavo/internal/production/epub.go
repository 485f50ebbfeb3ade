package production

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"io"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/contrast"
	"octavo/cmd/octavo/internal/cover"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/ornament"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/raster"
	"octavo/cmd/octavo/internal/svg"
	"octavo/cmd/octavo/internal/textstyle"
)

// coverDPI makes the EPUB's cover 1600 × 2560 pixels, what Kindle's guidelines recommend and other shops take.
const coverDPI = 288

// epubAssets returns what the EPUB needs beside the book.
func epubAssets(p *project.Project) (epub.Assets, error) {
	cover, err := EPUBCover(p)
	if err != nil {
		return epub.Assets{}, err
	}
	return EPUBAssets(p, cover)
}

// EPUBAssets returns the style sheet and the fonts of the EPUB, with a cover: what [EPUBCover] returns.
func EPUBAssets(p *project.Project, cover []byte) (epub.Assets, error) {
	a := epub.Assets{Cover: cover}
	var err error
	if a.CSS, err = p.Styles.ReadFile("epub.css"); err != nil {
		return a, fmt.Errorf("cannot read the style sheet of the EPUB: %w", err)
	}
	if p.Cfg.Epub.EmbedFonts {
		f := p.Fonts
		a.Fonts = epub.Fonts{Regular: f.Regular.Data, Italic: f.Italic.Data, Bold: f.Bold.Data, BoldItalic: f.BoldItalic.Data,
			Mono: f.Mono.Data, Instead: func(cluster string, of epub.Look) (string, []byte) { return instead(f, cluster, of) }}
	}
	if a.Head, err = headPiece(p); err != nil {
		return a, fmt.Errorf("cannot draw the head piece: %w", err)
	}
	return a, nil
}

// EPUBCover returns the cover of the EPUB: the author's picture, or the front that octavo designs.
func EPUBCover(p *project.Project) ([]byte, error) {
	own := p.Book.EPUBCover
	if own != nil && p.Cfg.Book.ExcerptOf == nil {
		return own.Data, nil
	}
	front := frontOf(p)
	if own != nil {
		front = cover.Marked(p.Cfg, p.Fonts, own)
	}
	where := func(_ int, t *page.Text, _ int) diag.Pos {
		if t.Pos.IsValid() {
			return t.Pos
		}
		return p.Cfg.Where("book.title")
	}
	if missing := page.MissingGlyphs([]*page.Page{front}, nil, where); len(missing) > 0 {
		return nil, missing.Err()
	}
	if off := page.OffPage([]*page.Page{front}, nil, func(int) diag.Pos { return p.Cfg.Where("book.title") }); len(off) > 0 {
		return nil, off.Err()
	}
	var out bytes.Buffer
	write := raster.PagePNG
	if artOf(p) != nil || own != nil { // as a PNG a photograph has megabytes
		write = pageJPEG
	}
	if err := write(&out, front, coverDPI); err != nil {
		return nil, fmt.Errorf("cannot draw the cover: %w", err)
	}
	return out.Bytes(), nil
}

// pageJPEG draws a page and writes it as a JPEG.
func pageJPEG(w io.Writer, p *page.Page, dpi float64) error {
	img, err := raster.Page(p, dpi)
	if err != nil {
		return err
	}
	return jpeg.Encode(w, img, &jpeg.Options{Quality: 90})
}

// frontOf sets the front of a book.
func frontOf(p *project.Project) *page.Page { return cover.Front(p.Cfg, p.Fonts, artOf(p)) }

// artOf returns the picture that book.toml gives the cover, or nil.
func artOf(p *project.Project) *book.Picture {
	if p.Book.Cover == nil {
		return nil
	}
	return p.Book.Cover.Art
}

// instead returns the name and the file of the font that sets a cluster which the face of a look lacks: another of the style's or one
// of the house's fallback fonts; nil where there is none.
func instead(f *textstyle.Fonts, cluster string, of epub.Look) (name string, data []byte) {
	face := f.Regular
	switch {
	case of.Code:
		face = f.Mono
	case of.Bold && of.Italic:
		face = f.BoldItalic
	case of.Bold:
		face = f.Bold
	case of.Italic:
		face = f.Italic
	}
	if found := face.Instead(cluster); found != nil {
		return found.Name, found.Data
	}
	return "", nil
}

// headPiece draws the branch above the chapters of an EPUB, in the second ink where the style has it so, in a grey otherwise: a
// drawing in a style sheet cannot take the colour of the text, and the ground may be white or black.
func headPiece(p *project.Project) ([]byte, error) {
	style := p.Cfg.Style
	if style.Ornament.Head != config.Vine {
		return nil, nil
	}
	ink := contrast.Black.OnBoth()
	if style.Ink.Prints(config.OnOrnament) {
		ink = style.Ink.RGB().OnBoth()
	}
	const width, high = 288 * page.Pt, 26 * page.Pt
	branch, height := ornament.Vine(width, high, page.FromRGB(ink.R, ink.G, ink.B))
	var b bytes.Buffer
	err := svg.WriteClear(&b, &page.Page{Width: width, Height: height, Items: branch})
	return b.Bytes(), err
}
