package production

import (
	"fmt"
	"image"
	"io"
	"strconv"
	"strings"

	"golang.org/x/image/draw"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/raster"
	"octavo/cmd/octavo/internal/tabletop"
)

// gridFiles are the files of a virtual tabletop: grids of fronts and of backs, what describes the deck, and what to do with them.
func gridFiles(p *project.Project, s *config.Service, deck *cards.Deck, dpi int) ([]exportFile, error) {
	b := &p.Cfg.Book
	card := page.Length(p.Cfg.Deck.Card.W).Points() / 72
	grids, size := tabletop.Divide(len(deck.Cards), card, page.Length(p.Cfg.Deck.Card.H).Points()/72, float64(dpi),
		tabletop.Limits{Columns: s.Grid.Cols, Rows: s.Grid.Rows, Side: s.Grid.Side})
	d := &tabletop.Deck{Title: b.Title, Author: strings.Join(b.Authors(), ", "), Grids: grids, Size: size}
	for i, l := range deck.Labels() {
		d.Cards = append(d.Cards, tabletop.Card{ID: deck.Cards[i].ID, Title: l.Title, Text: l.Text, Tags: l.Themes, Copies: l.Copies})
	}
	drawn := float64(size.W) / card
	flat := newFlattened(drawn)
	var out []exportFile
	for i, g := range grids {
		name := strings.NewReplacer("{n}", strconv.Itoa(i+1), "{id}", "grid", "{book}", b.Slug)
		faces := [2][]*page.Page{}
		for _, c := range deck.Cards[g.First:][:g.Cards] {
			faces[0], faces[1] = append(faces[0], c.Front), append(faces[1], c.Back)
		}
		if g.Hidden {
			for k := range faces {
				faces[k] = append(faces[k], make([]*page.Page, g.Columns*g.Rows-g.Cards-1)...)
				faces[k] = append(faces[k], deck.Hidden())
			}
		}
		for k, names := range []*[]string{&d.Fronts, &d.Backs} {
			file := name.Replace([]string{s.Front, s.Back}[k]) + ".png"
			*names = append(*names, file)
			out = append(out, exportFile{file, func(w io.Writer) error { return writeGrid(w, g, size, flat, faces[k]) }})
		}
	}
	describe := tabletop.Listing
	if s.Grid.Deck == config.SavedObject {
		describe = tabletop.SavedObject
	}
	described, err := describe(d)
	if err != nil {
		return nil, err
	}
	out = append(out, bytesFile(b.Slug+".json", described))
	if s.Grid.Deck == config.SavedObject {
		out = append(out, exportFile{b.Slug + ".png", func(w io.Writer) error { return writeThumbnail(w, deck.Cards[0].Front) }},
			bytesFile(nextStepsName, tabletop.Instructions(d, b.Slug)))
	}
	return out, nil
}

func bytesFile(name string, data []byte) exportFile {
	return exportFile{name, func(w io.Writer) error { _, err := w.Write(data); return err }}
}

// writeGrid writes faces as one picture, each of the given size, row by row; nil leaves a cell white.
func writeGrid(w io.Writer, g tabletop.Grid, size tabletop.Size, flat *flattened, faces []*page.Page) error {
	sheet := image.NewRGBA(image.Rect(0, 0, g.Columns*size.W, g.Rows*size.H))
	draw.Draw(sheet, sheet.Rect, image.White, image.Point{}, draw.Src)
	errs := make([]error, len(faces))
	parallel.Each(len(faces), func(i int) {
		if faces[i] == nil {
			return
		}
		face, err := flat.face(faces[i])
		if err != nil {
			errs[i] = err
			return
		}
		img, err := raster.Page(face, flat.dpi)
		if err != nil {
			errs[i] = err
			return
		}
		at := image.Pt(i%g.Columns*size.W, i/g.Columns*size.H)
		draw.Draw(sheet, image.Rectangle{at, at.Add(image.Pt(size.W, size.H))}, img, image.Point{}, draw.Src)
	})
	for _, err := range errs {
		if err != nil {
			return fmt.Errorf("cannot draw a grid of cards: %w", err)
		}
	}
	return raster.PrintPNG(w, sheet, flat.dpi)
}

// thumbnailSide is the longer side, in pixels, of the picture beside a saved object in Tabletop Simulator's list.
const thumbnailSide = 256

func writeThumbnail(w io.Writer, face *page.Page) error {
	return raster.PagePNG(w, face, thumbnailSide/(max(face.Width, face.Height).Points()/72))
}
