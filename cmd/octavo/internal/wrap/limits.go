package wrap

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
)

// pagesOf returns how many pages are bound in a binding on a paper: what the binding, the paper and the table of spines all admit.
func pagesOf(spec *config.CoverSpec, paper *config.Paper) config.Range[int] {
	r := spec.Pages
	r.Least, r.Most = max(r.Least, paper.Pages.Least), least2(r.Most, paper.Pages.Most)
	if n := len(spec.Spines); n > 0 {
		r.Least, r.Most = max(r.Least, spec.Spines[0].From), least2(r.Most, spec.Spines[n-1].To)
	}
	return r
}

// trimmed reports whether pages of a size are bound in a binding.
func trimmed(spec *config.CoverSpec, in Inside) bool {
	if !spec.Width.Admits(config.Length(in.Width)) || !spec.Height.Admits(config.Length(in.Height)) {
		return false
	}
	for _, t := range spec.Trims.Sizes {
		if near(page.Length(t.W), in.Width) && near(page.Length(t.H), in.Height) {
			return true
		}
	}
	return len(spec.Trims.Sizes) == 0
}

// binds reports whether an inside is bound in a binding, on the paper with an id or, where the printer has no such paper, on any.
func binds(spec *config.CoverSpec, id string, in Inside) bool {
	if !trimmed(spec, in) {
		return false
	}
	if p := spec.Paper(id); p != nil {
		return pagesOf(spec, p).Admits(in.Pages)
	}
	for i := range spec.Papers {
		if pagesOf(spec, &spec.Papers[i]).Admits(in.Pages) {
			return true
		}
	}
	return false
}

// Elsewhere returns the printers other than one that bind an inside as cfg asks, in the order of the table.
func Elsewhere(cfg *config.Config, all *config.Printers, not *config.Printer, in Inside) (out []*config.Printer) {
	in.Pages += in.Pages % 2
	for i := range all.All {
		p := &all.All[i]
		if spec := p.Cover(cfg.Cover.Binding); p.ID != not.ID && spec != nil && binds(spec, cfg.Cover.Paper, in) {
			out = append(out, p)
		}
	}
	return out
}
