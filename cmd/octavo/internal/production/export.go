package production

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/preflight"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/raster"
	"octavo/cmd/octavo/internal/svg"
)

// CardError says that a service prints no cards of the deck's size.
type CardError struct {
	Service string
	Card    string   // of the deck
	Takes   []string // what the service prints
}

func (e *CardError) Error() string {
	return fmt.Sprintf("%s prints no cards of %s; it prints %s: set card under [deck] of book.toml", e.Service, e.Card, strings.Join(e.Takes, ", "))
}

// Acceptable says why a service would send the deck back.
func Acceptable(p *project.Project, s *config.Service, deck *cards.Deck) error {
	card := p.Cfg.Deck.Card
	if len(s.Canvases) > 0 && s.Canvas(p.Cfg.Cards, card) == nil {
		var takes []string
		for _, c := range s.Canvases {
			takes = append(takes, c.Card)
		}
		return &CardError{s.Name, card.String(), takes}
	}
	if ids := deck.Outside(s.Safe); len(ids) > 0 {
		return fmt.Errorf("on %s something stands nearer to the edge than the %s mm that %s asks for: %s; give %s a shorter text",
			diag.Count(len(ids), "card"), config.Mm(s.Safe), s.Name, list(ids, 5), list(ids, 1))
	}
	if ink, id := deck.Ink(); s.Ink > 0 && ink > s.Ink {
		return fmt.Errorf("the card %s has %d %% of ink, and %s takes %d %%; choose lighter colours under [deck.colors]", id, ink, s.Name, s.Ink)
	}
	return nil
}

// list is a few names of many.
func list(names []string, most int) string {
	if len(names) > most && most > 1 {
		return strings.Join(names[:most], ", ") + " …"
	}
	return strings.Join(names[:min(most, len(names))], ", ")
}

// DefaultDPI is the resolution of pictures for a service that does not say one, in pixels per inch.
const DefaultDPI = 600

// ExportRequest is how a deck is to be exported.
type ExportRequest struct {
	Folder  string // to write into; "" for Own
	Own     string // the name of the folder in the build folder that the deck's export has
	Formats []string
	DPI     int // of PNG pictures
}

// Exported is what an export has made.
type Exported struct {
	Names []string // of the files in the folder, slash-separated, those for the author too
	Bytes int64
	Note  string // about it

	dir          string
	cards, files int
}

// ExportDeck writes a deck's files for a service, as one set. What the last export put into the folder and this one does not is
// taken away. Begin is told how many files there will be and returns what is called with the name of each. What is wrong with the book
// is in p.Found: then nothing was written.
func ExportDeck(ctx context.Context, p *project.Project, s *config.Service, deck *cards.Deck, ask ExportRequest,
	begin func(files int) (step func(what string))) (*Exported, error) {
	files, err := exportFiles(p, s, deck, ask.Formats, ask.DPI)
	if err != nil {
		return nil, err
	}
	d, err := p.OpenOutputs(ctx, ask.Folder, path.Join(project.BuildFolder, ask.Own))
	if err != nil {
		return nil, err
	}
	defer d.Discard()
	d.Replace()
	e := &Exported{dir: d.Name(), cards: len(deck.Cards), files: len(files)}
	switch {
	case s.Files != config.GridFiles:
		files = append(files, nextSteps(p, s, deck, files))
		e.Note = nextStepsName + " says how to order from " + s.Name
	case s.Grid.Deck == config.SavedObject: // its instructions are among the files
		e.Note = nextStepsName + " says how to load the deck in " + s.Name
	}
	step := begin(len(files))
	err = parallel.Interruptible(ctx, func() (err error) {
		e.Bytes, err = writeExport(ctx, d, files, step)
		return err
	})
	if p.Blames(err, diag.Deck) || err != nil {
		return nil, err
	}
	e.Names = namesOf(files)
	return e, d.Commit(ctx)
}

func namesOf(files []exportFile) (out []string) {
	for _, f := range files {
		out = append(out, f.Name)
	}
	return out
}

// exportFile is one file to be written, by its slash-separated name in the folder.
type exportFile struct {
	Name  string
	Write func(io.Writer) error
}

// exportFiles are the files for a service, in their order.
func exportFiles(p *project.Project, s *config.Service, deck *cards.Deck, formats []string, dpi int) ([]exportFile, error) {
	if s.Files == config.GridFiles {
		out, err := gridFiles(p, s, deck, dpi)
		if err != nil {
			return nil, err
		}
		return out, checkNames(s, out)
	}
	var out []exportFile
	flat := newFlattened(float64(dpi))
	digits := max(2, len(fmt.Sprint(len(deck.Cards))))
	for _, format := range formats {
		if format == "pdf" {
			doc := deck.Singles()
			out = append(out, exportFile{DeckName(p.Cfg.Book.Slug), func(w io.Writer) error { return writePress(w, s, doc) }})
			continue
		}
		for i, c := range deck.Cards {
			name := strings.NewReplacer("{n}", fmt.Sprintf("%0*d", digits, i+1), "{id}", c.ID, "{book}", p.Cfg.Book.Slug)
			out = append(out,
				exportFile{name.Replace(s.Front) + "." + format, faceWriter(c.Front, flat, format)},
				exportFile{name.Replace(s.Back) + "." + format, faceWriter(c.Back, flat, format)})
		}
	}
	return out, checkNames(s, out)
}

// faceWriter returns what writes a face of a card, with its bleed, as a picture in a format.
func faceWriter(face *page.Page, flat *flattened, format string) func(io.Writer) error {
	return func(w io.Writer) error {
		if format == "svg" {
			return svg.Write(w, face)
		}
		drawn, err := flat.face(face)
		if err != nil {
			return err
		}
		img, err := raster.Page(canvas(drawn), flat.dpi)
		if err != nil {
			return err
		}
		return raster.PrintPNG(w, img, flat.dpi)
	}
}

// checkNames reports a name that a service's patterns make and that cannot be one, or that two files would have.
func checkNames(s *config.Service, files []exportFile) error {
	seen := map[string]bool{}
	for _, f := range files {
		if !filepath.IsLocal(filepath.FromSlash(f.Name)) || seen[f.Name] || strings.HasPrefix(path.Base(f.Name), ".") {
			return fmt.Errorf("front and back of service %s make the file name %q, which cannot be; mend them in styles/%s",
				s.ID, f.Name, config.CardsFile)
		}
		seen[f.Name] = true
	}
	return nil
}

// ExportSettings are the settings of book.toml with which cards are made for a service: with the bleed that it asks for, and
// whatever the book's sheets are. A flag is what messages blame.
func ExportSettings(s *config.Service, flag string) []config.Setting {
	return []config.Setting{
		{Key: "deck.bleed", Flag: flag, Value: fmt.Sprintf("%.6fpt", page.Length(s.Bleed).Points())},
		{Key: "deck.pouch", Flag: flag, Value: ""},
		{Key: "deck.stock", Flag: flag, Value: ""},
	}
}

// writeExport writes the files into a folder, several at once, and returns how many bytes they have. It calls step with the
// name of each. It ends early when the context is done.
func writeExport(ctx context.Context, d *outdir.Dir, files []exportFile, step func(what string)) (int64, error) {
	var written atomic.Int64
	errs := make([]error, len(files))
	parallel.Each(len(files), func(i int) {
		if ctx.Err() != nil {
			return
		}
		m := Output{}
		if errs[i] = m.Make(d, files[i].Name, time.Now(), files[i].Write); errs[i] == nil {
			written.Add(m.File.Size())
		}
		step(path.Base(files[i].Name))
	})
	return written.Load(), cmp.Or(errs...)
}

// Print prints the line that says of an export that it was made.
func (e *Exported) Print(w io.Writer, took time.Duration) error {
	err := printMade(w, e.dir+string(filepath.Separator), fmt.Sprintf("%s in %s", diag.Count(e.cards, "card"), diag.Count(e.files, "file")), e.Bytes, took)
	return noted(w, e.Note, err)
}

// writePress writes the PDF for a press, once it has been read back and held against what the press asks for.
func writePress(w io.Writer, s *config.Service, doc *page.Document) error {
	var file bytes.Buffer
	if err := pdf.Write(&file, doc, pdf.DriveThru); err != nil {
		return err
	}
	read, err := preflight.Read(context.Background(), file.Bytes())
	if err != nil {
		return err
	}
	report, err := read.Test(preflight.Cards, s.Press())
	if err != nil {
		return err
	}
	for _, point := range report.Points {
		if point.Result == preflight.Fail {
			return fmt.Errorf("%s would send it back: %s: %s; %s", s.Name, point.Name, point.Found, strings.Join(point.Do, "; "))
		}
	}
	_, err = w.Write(file.Bytes())
	return err
}

// canvas is a face with its bleed as a page of that size.
func canvas(face *page.Page) *page.Page {
	b := face.Bleed
	return &page.Page{Width: face.Width + 2*b, Height: face.Height + 2*b, Label: face.Label,
		Items: []page.Item{&page.Group{X: b, Y: b, Items: face.Items}}}
}
