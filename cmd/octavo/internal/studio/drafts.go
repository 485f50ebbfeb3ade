package studio

import (
	"maps"
	"sync"
	"time"
)

// drafts are texts that an author writes in the studio and has not saved. They stand for the files' own, so that pages show what is
// being written.
type drafts struct {
	mu    sync.Mutex
	texts map[string]draft // by the files' names
}

type draft struct {
	text  []byte
	until time.Time
}

// draftLife is how long a draft stands without a word of the page that it is written in, which may have been closed.
const draftLife = time.Minute

// set puts a draft in the place of a file, and reports whether that is another text than before.
func (d *drafts) set(name string, text []byte) (changed bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.texts == nil {
		d.texts = map[string]draft{}
	}
	before, had := d.texts[name]
	d.texts[name] = draft{text, time.Now().Add(draftLife)}
	return !had || string(before.text) != string(text)
}

// drop lets the file itself stand again, and reports whether there was a draft.
func (d *drafts) drop(name string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	_, had := d.texts[name]
	delete(d.texts, name)
	return had
}

// now returns the texts that stand for those of files.
func (d *drafts) now() map[string][]byte {
	d.mu.Lock()
	defer d.mu.Unlock()
	maps.DeleteFunc(d.texts, func(_ string, t draft) bool { return time.Now().After(t.until) })
	if len(d.texts) == 0 {
		return nil
	}
	out := make(map[string][]byte, len(d.texts))
	for name, t := range d.texts {
		out[name] = t.text
	}
	return out
}
