package check

import "strconv"

// configTexts returns the words of book.toml that are printed.
func (f *facts) configTexts() (out []passage) {
	add := func(path, value string) { out = append(out, newPassage(f.cfg.Where(path), value, nil)) }
	b := &f.cfg.Book
	add("book.title", b.Title)
	add("book.short_title", b.ShortTitle)
	add("book.subtitle", b.Subtitle)
	for i, c := range b.Contributors {
		add("book.authors."+strconv.Itoa(i), c.Name)
	}
	add("book.edition", b.Edition)
	add("book.publisher", b.Publisher)
	add("book.rights", b.Rights)
	add("book.dedication", b.Dedication)
	add("book.epigraph", b.Epigraph)
	add("book.epigraph_by", b.EpigraphBy)
	add("book.epigraph", b.Epigraph)
	add("book.epigraph_by", b.EpigraphBy)
	for i, p := range f.cfg.Contents.Parts {
		add("contents.part."+strconv.Itoa(i)+".title", p.Title)
	}
	for _, t := range f.cfg.Themes {
		add("themes."+t.ID, t.Name)
	}
	for _, a := range f.cfg.Audiences {
		add("audiences."+a.ID, a.Name)
	}
	for _, k := range f.cfg.Kinds {
		at := "kinds." + k.ID
		add(at+".name", k.Name)
		add(at+".plural", k.Plural)
		add(at+".means", k.Means)
		add(at+".line", string(k.Line))
		add(at+".title", k.Title)
		for _, key := range k.Keys {
			add(at+".keys."+key.Name+".label", key.Label)
		}
	}
	return out
}
