package studio

import (
	"context"
	"fmt"
	slash "path"
	"slices"
	"time"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

func (s *Studio) makeBook(ask *makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		kinds := ask.Outputs
		if len(kinds) == 0 {
			kinds = []string{production.PDF, production.EPUB, production.Cards, production.Cover}
		}
		t.expect(3 + len(kinds))
		p, err := project.Open(ctx, s.dir, t.step)
		if err != nil {
			return nil, err
		}
		defer p.Close()
		outputs, err := production.Build(ctx, p, production.BuildRequest{Kinds: kinds, Profiles: ask.Profiles}, t.step)
		if err == nil && len(outputs) == 0 {
			err = errFaulty
		}
		out := outputsOf(outputs)
		if n := p.Found.Errors(diag.Deck); err == nil && n > 0 && slices.Contains(kinds, production.Cards) {
			out.Notes = append(out.Notes, fmt.Sprintf("The cards were not made: %s", diag.Count(n, "error")))
		}
		if n := p.Found.Errors(diag.Cover); err == nil && n > 0 && slices.Contains(kinds, production.Cover) {
			out.Notes = append(out.Notes, fmt.Sprintf("The cover was not made: %s", diag.Count(n, "error")))
		}
		return s.made(p, out, err)
	}
}

func (s *Studio) makeCover(ask *makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		t.expect(4)
		p, err := project.Open(ctx, s.dir, t.step)
		if err != nil {
			return nil, err
		}
		defer p.Close()
		t.step("setting")
		outputs, _, err := production.CoverFiles(ctx, p, ask.Profiles, time.Now())
		if err == nil && len(outputs) == 0 {
			err = errFaulty
		}
		return s.made(p, outputsOf(outputs), err, "cover-", "preflight-")
	}
}

func (s *Studio) makeReview(ask *makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		t.expect(2)
		p, err := project.Open(ctx, s.dir, t.step)
		if err != nil {
			return nil, err
		}
		defer p.Close()
		p.AllowUnfinished()
		if !p.Usable(diag.Everything) {
			return s.made(p, nil, errFaulty)
		}
		req := production.ReviewRequest{Readers: ask.Readers, Layout: ask.Layout, Formats: ask.Formats, Today: config.Now().UTC().Format(time.DateOnly)}
		if ask.Since {
			req.Since = production.SinceLast
		}
		made, err := production.ReviewCopies(ctx, p, req, func(files int) func(string) {
			t.expect(files + 1)
			return t.step
		})
		if err != nil {
			return s.made(p, nil, err)
		}
		if made.Nothing() {
			return s.made(p, nil, errFaulty)
		}
		out := &jobResult{Folder: slash.Join(project.BuildFolder, project.ReviewFolder)}
		for _, c := range made.Copies {
			name := slash.Join(project.ReviewFolder, c.File)
			out.Files = append(out.Files, madeFile{name, s.sizeOf(p, name), fmt.Sprintf("copy %d of %d for %s", c.Number, made.Of, c.Name), ""})
		}
		for _, f := range made.Fails {
			out.Notes = append(out.Notes, f.Error())
		}
		if n := made.Failed; n > 0 {
			err = fmt.Errorf("%d of %d copies could not be made; the others are whole", n, n+len(made.Copies))
		}
		return s.made(p, out, err)
	}
}

func (s *Studio) makeCheck(*makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		t.expect(3)
		p, err := project.Open(ctx, s.dir, t.step)
		if err != nil {
			return nil, err
		}
		defer p.Close()
		t.step("setting")
		p.Typography = true
		if p.Usable(diag.Everything) {
			if err := p.TrySetting(); err != nil {
				return nil, err
			}
			production.TryCovers(p)
		}
		out := &jobResult{Summary: p.Found.Summary()}
		if len(p.Found) == 0 {
			out.Summary = "nothing is wrong"
		}
		return s.made(p, out, context.Cause(ctx))
	}
}
