package studio

import (
	"bytes"
	"sync"
	"time"
)

// drafts are texts that an author writes in the studio and has not saved. They stand for the files' own, so that pages show what is
// being written.
type drafts struct {
	lapsed func() // is called when one has lapsed

	mu    sync.Mutex
	texts map[string]*draft // by the files' names
}

type draft struct {
	text []byte
	end  *time.Timer
}

// draftLife is how long a draft stands without a word of the page that it is written in, which may have been closed. Browsers let a
// page that is hidden speak once a minute.
const draftLife = 2 * time.Minute

// set puts a draft in the place of a file, and reports whether that is another text than before.
func (d *drafts) set(name string, text []byte) (changed bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.texts == nil {
		d.texts = map[string]*draft{}
	}
	before, had := d.texts[name]
	if had {
		before.end.Stop()
	}
	now := &draft{text: text}
	now.end = time.AfterFunc(draftLife, func() { d.lapse(name, now) })
	d.texts[name] = now
	return !had || !bytes.Equal(before.text, text)
}

// lapse drops a draft, unless there is another one of its file now.
func (d *drafts) lapse(name string, old *draft) {
	d.mu.Lock()
	stands := d.texts[name] == old
	if stands {
		delete(d.texts, name)
	}
	d.mu.Unlock()
	if stands {
		d.lapsed()
	}
}

// drop lets the file itself stand again, and reports whether there was a draft.
func (d *drafts) drop(name string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	t, had := d.texts[name]
	if had {
		t.end.Stop()
		delete(d.texts, name)
	}
	return had
}

// now returns the texts that stand for those of files.
func (d *drafts) now() map[string][]byte {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.texts) == 0 {
		return nil
	}
	out := make(map[string][]byte, len(d.texts))
	for name, t := range d.texts {
		out[name] = t.text
	}
	return out
}
