package production

import (
	"context"
	"path"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/project"
)

// SamplerKinds are the outputs that a sampler can be made as.
var SamplerKinds = []string{PDF, EPUB}

// Sampler makes outputs of an excerpt, which [project.Project.Excerpt] returns, and puts them in their places: in the build folder, with
// their lines in the manifest, or in another that the user names. It returns them with the folder's name. Where there is none, what is wrong
// with the book is in p.Found.
func Sampler(ctx context.Context, p *project.Project, folder string, kinds []string, step func(what string)) (made []Output, where string, err error) {
	if !p.Usable(diag.Everything) {
		return nil, "", nil
	}
	d, err := p.OpenOutputs(ctx, folder, project.BuildFolder)
	if err != nil {
		return nil, "", err
	}
	defer d.Discard()
	err = parallel.Interruptible(ctx, func() (err error) { made, err = makeSampler(p, d, kinds, step); return err })
	switch {
	case err != nil:
		return nil, "", err
	case p.Found.Stops(diag.Everything):
		return nil, "", nil
	case folder == "":
		err = Publish(ctx, p, d, made)
	default:
		err = d.Commit(ctx)
	}
	return made, d.Name(), err
}

// makeSampler makes the outputs of an excerpt, without the page map that [Make] makes for the book's.
func makeSampler(p *project.Project, d *outdir.Dir, kinds []string, step func(what string)) ([]Output, error) {
	made, err := Make(p, d, kinds, []string{pdf.Screen.Name}, step)
	if err != nil {
		return nil, err
	}
	kept := made[:0]
	for _, m := range made {
		if m.File != nil && path.Ext(m.File.Name()) == ".json" {
			m.File.Drop()
			continue
		}
		kept = append(kept, m)
	}
	return kept, nil
}
