package studio

import (
	"cmp"
	"context"
	"errors"
	slash "path"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/selection"
)

// cardCodes are the beginnings of the codes of what is wrong with cards.
var cardCodes = []string{"card-", "deck-", "pouch-"}

// settings returns what a request sets in book.toml's place.
func (ask *makeRequest) settings() []config.Setting {
	given := map[string]any{}
	if ask.Sheet != "" {
		given["deck.sheet"] = ask.Sheet
	}
	return config.DeckSettings(given)
}

// asked returns what of a request changes what is made, as the command's flags have it, by their names.
func (ask *makeRequest) asked() (out []string) {
	list := func(flag string, values []string) {
		if len(values) > 0 {
			out = append(out, flag+"=["+strings.Join(values, ",")+"]")
		}
	}
	list("audience", ask.Audiences)
	list("kind", ask.Kinds)
	if ask.Sheet != "" {
		out = append(out, "sheet="+ask.Sheet)
	}
	list("theme", ask.Themes)
	return out
}

// ofDeck opens the book for cards and sets those that are asked for.
func (s *Studio) ofDeck(ctx context.Context, t *task, ask *makeRequest, set func(*project.Project, []*book.Entry) (*cards.Deck, diag.List),
	use func(p *project.Project, deck *cards.Deck) (*jobResult, error), more ...config.Setting) (*jobResult, error) {
	p, entries, err := s.chosenCards(ctx, t, ask, more...)
	if p == nil {
		return nil, err
	}
	defer p.Close()
	if err != nil {
		return s.made(p, nil, err)
	}
	t.step("setting")
	deck, err := production.SetDeck(ctx, p, set, entries)
	if err == nil {
		err = config.FlagFault(p.Found)
	}
	if err == nil && deck == nil {
		err = errFaulty
	}
	if err != nil {
		return s.made(p, nil, err)
	}
	out, err := use(p, deck)
	return s.made(p, out, err, cardCodes...)
}

// chosenCards opens the book and chooses cards. Where the project is not nil it is to be closed.
func (s *Studio) chosenCards(ctx context.Context, t *task, ask *makeRequest, more ...config.Setting) (*project.Project, []*book.Entry, error) {
	t.expect(4)
	p, err := project.Open(ctx, s.dir, t.step, append(ask.settings(), more...)...)
	if err != nil {
		return nil, nil, err
	}
	if err := config.FlagFault(p.Found); err != nil {
		return p, nil, err
	}
	if !p.Usable(diag.Deck) {
		return p, nil, errFaulty
	}
	p.Recall, p.Asked = true, ask.asked()
	entries, err := production.ChooseCards(ctx, p, selection.Choice{Themes: ask.Themes, Kinds: ask.Kinds, Audiences: ask.Audiences}, "")
	return p, entries, err
}

func (s *Studio) makeCards(ask *makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		return s.ofDeck(ctx, t, ask, (*project.Project).Sheets, func(p *project.Project, deck *cards.Deck) (*jobResult, error) {
			t.step("writing")
			return delivered(ctx, p, func(d *outdir.Dir) ([]production.Output, error) {
				return production.DeckSheets(d, production.DeckName(p.Cfg.Book.Slug), time.Now(), deck)
			})
		})
	}
}

func (s *Studio) makeOverview(ask *makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		return s.ofDeck(ctx, t, ask, (*project.Project).Deck, func(p *project.Project, deck *cards.Deck) (*jobResult, error) {
			t.step("writing")
			return delivered(ctx, p, func(d *outdir.Dir) ([]production.Output, error) {
				return production.ContactSheet(d, p.Cfg.Book.Slug+"-contact.pdf", time.Now(), deck)
			})
		})
	}
}

// delivered makes files of a deck in the folder of outputs.
func delivered(ctx context.Context, p *project.Project, make func(*outdir.Dir) ([]production.Output, error)) (*jobResult, error) {
	outputs, _, err := production.Deliver(ctx, p, diag.Deck, "", make)
	if err == nil && len(outputs) == 0 {
		err = errFaulty
	}
	return outputsOf(outputs), err
}

func (s *Studio) makeService(ask *makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		table, err := project.CardTable(s.dir)
		if err != nil {
			return nil, err
		}
		if ask.Service == "" {
			return nil, errors.New("choose the service that is to print the cards")
		}
		service, err := table.ChooseService(ask.Service)
		if err != nil {
			return nil, err
		}
		return s.ofDeck(ctx, t, ask, (*project.Project).Deck, func(p *project.Project, deck *cards.Deck) (*jobResult, error) {
			if err := production.Acceptable(p, service, deck); err != nil {
				return nil, err
			}
			folder := p.Cfg.Book.Slug + "-cards-" + service.ID
			made, err := production.ExportDeck(ctx, p, service, deck, production.ExportRequest{Own: folder, Formats: service.Formats()[:1], DPI: cmp.Or(service.DPI, production.DefaultDPI)},
				func(files int) func(string) {
					t.expect(files)
					return t.step
				})
			if err == nil && made == nil {
				err = errFaulty
			}
			if err != nil {
				return nil, err
			}
			out := s.inFolder(p, folder, made.Names)
			if made.Note != "" {
				out.Notes = append(out.Notes, made.Note)
			}
			return out, nil
		}, production.ExportSettings(service, "the service")...)
	}
}

// inFolder returns the result of what has made a folder of files.
func (s *Studio) inFolder(p *project.Project, folder string, names []string) *jobResult {
	out := &jobResult{Folder: slash.Join(project.BuildFolder, folder)}
	for _, n := range names {
		name := slash.Join(folder, n)
		out.Files = append(out.Files, madeFile{Name: name, Bytes: s.sizeOf(p, name)})
	}
	return out
}

func (s *Studio) makePictures(ask *makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		var req production.ShareRequest
		for _, name := range ask.Sizes {
			size, err := cards.FindPictureSize(name)
			if err != nil {
				return nil, err
			}
			req.Sizes = append(req.Sizes, size)
		}
		if len(req.Sizes) == 0 {
			return nil, errors.New("choose a size of the pictures")
		}
		p, entries, err := s.chosenCards(ctx, t, ask)
		if p == nil {
			return nil, err
		}
		defer p.Close()
		if err != nil {
			return s.made(p, nil, err)
		}
		t.step("drawing")
		made, err := production.Share(ctx, p, entries, req)
		if err == nil && made == nil {
			err = errFaulty
		}
		if err != nil {
			return s.made(p, nil, err)
		}
		return s.made(p, s.inFolder(p, p.Cfg.Book.Slug+"-share", made.Names), nil, cardCodes...)
	}
}
