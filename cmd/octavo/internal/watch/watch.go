// Package watch tells when the files of a book change: [Watch] follows a book's folder. It is the only importer of fsnotify.
package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long a burst of changes lasts. One change of an author is several of the system's: an editor writes a file in pieces, a checkout
// writes a hundred files.
const (
	quiet     = 4 * time.Millisecond   // nothing has changed for so long: the burst is over
	unsettled = 50 * time.Millisecond  // the same while a file is empty or gone that was not: an editor is about to write it
	patience  = 100 * time.Millisecond // the longest burst; what comes after it is another one
)

// How often the files are looked at. Where the system tells of changes, only for those that it does not tell of: on a drive of the
// network, or in folders above the book's.
const (
	beat        = 3 * time.Second
	pollingBeat = 300 * time.Millisecond // where the system tells of nothing
)

// Watch returns a channel that has a value whenever files of the book in the folder dir have changed since the last value was taken:
// those in the folder itself and, however deep, those in the folders with its text, its styles and its pictures. Hidden files, backups
// of editors and the folder of outputs do not count. A change shows up within milliseconds, or within a third of a second where the
// system does not tell of changes; say is given a message then. The folder may go away and come back. The channel is closed when the
// context ends.
func Watch(ctx context.Context, dir string, say func(message string)) <-chan struct{} {
	return watch(ctx, dir, say, (*fsnotify.Watcher).Add, pollingBeat)
}

// addFunc makes a system tell of the changes in a folder.
type addFunc func(system *fsnotify.Watcher, folder string) error

func watch(ctx context.Context, dir string, say func(string), add addFunc, polling time.Duration) <-chan struct{} {
	if full, err := filepath.Abs(dir); err == nil { // the process may go to another folder
		dir = full
	}
	w := &watcher{dir: dir, say: say, add: add, polling: polling, changes: make(chan struct{}, 1)}
	w.follow()
	go w.run(ctx)
	return w.changes
}

// watcher follows one folder, in one goroutine.
type watcher struct {
	dir     string
	say     func(string)
	add     addFunc
	polling time.Duration // in place of pollingBeat, for tests
	changes chan struct{}

	system *fsnotify.Watcher // nil: the files are only looked at
	polls  bool              // the system cannot tell of changes
	known  files             // as they were when they were last looked at, or the system told of them
	moved  bool              // folders have gone or come, so that others must be followed
	begun  time.Time         // when the burst began; zero: there is none
	over   time.Time         // when it will be over
}

// follow takes the files that there are now as known, and lets the system tell of changes in their folders.
func (w *watcher) follow() {
	w.close()
	w.moved = false
	if w.polls {
		w.known = scan(w.dir, func(string) {})
		return
	}
	system, err := fsnotify.NewWatcher()
	w.known = scan(w.dir, func(folder string) {
		if err == nil {
			if err = w.add(system, folder); errors.Is(err, fs.ErrNotExist) { // it has gone meanwhile, as its parent's events say
				err = nil
			}
		}
	})
	w.system = system
	if err != nil {
		w.close()
		w.polls = true
		w.say(fmt.Sprintf("the system cannot tell of changes in %s: %v; octavo looks at the files three times a second instead", w.dir, reason(err)))
	}
}

func (w *watcher) close() {
	if w.system != nil {
		w.system.Close()
		w.system = nil
	}
}

// run tells of changes until the context ends.
func (w *watcher) run(ctx context.Context) {
	defer close(w.changes)
	defer w.close()
	for {
		var events chan fsnotify.Event
		var faults chan error
		if w.system != nil {
			events, faults = w.system.Events, w.system.Errors
		}
		select {
		case <-ctx.Done():
			return
		case e := <-events:
			w.note(e)
		case <-faults: // most often, there were more changes than the system remembers
			w.moved = true
			w.changed(quiet)
		case <-time.After(w.next()):
			if w.begun.IsZero() {
				w.look()
			} else {
				w.tell()
			}
		}
	}
}

// next returns after what time there is something to do, if the system tells of nothing before.
func (w *watcher) next() time.Duration {
	switch {
	case !w.begun.IsZero():
		return time.Until(w.over)
	case w.polls || w.known == nil: // the folder is not there, and nothing tells when it comes back
		return w.polling
	}
	return beat
}

// note takes down what the system tells of.
func (w *watcher) note(e fsnotify.Event) {
	name, err := filepath.Rel(w.dir, e.Name)
	if err != nil || !counts(name) {
		return
	}
	before, was := w.known[name]
	now, is := stat(w.dir, name)
	switch {
	case name == ".":
		if e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) {
			w.moved = true
			w.changed(unsettled)
		}
		return
	case !was && !is, !was && now.folder && !enters(name):
		return
	case before.folder || now.folder:
		if before != now || e.Has(fsnotify.Create) || e.Has(fsnotify.Rename) {
			w.moved = true
			w.changed(unsettled)
		}
		return
	case before == now && !e.Has(fsnotify.Write) && !e.Has(fsnotify.Create): // what is read of it has not changed
		return
	case is:
		w.known[name] = now
	default:
		delete(w.known, name)
	}
	if now.size == 0 && before.size > 0 {
		w.changed(unsettled)
	} else {
		w.changed(quiet)
	}
}

// changed begins a burst, or makes it last longer.
func (w *watcher) changed(lasts time.Duration) {
	now := time.Now()
	if w.begun.IsZero() {
		w.begun = now
	}
	w.over = now.Add(lasts)
	if last := w.begun.Add(patience); w.over.After(last) {
		w.over = last
	}
}

// look compares the files with those that are known.
func (w *watcher) look() {
	if now := scan(w.dir, func(string) {}); (now == nil) != (w.known == nil) || !maps.Equal(now, w.known) {
		w.moved = true
		w.tell()
	}
}

// tell ends a burst. What changes from here on is part of the next one.
func (w *watcher) tell() {
	w.begun = time.Time{}
	if w.moved {
		w.follow()
	}
	select {
	case w.changes <- struct{}{}:
	default: // the value of an earlier burst has not been taken yet
	}
}

// reason returns an error of the system with what to do, where that is known.
func reason(err error) error {
	if errors.Is(err, syscall.ENOSPC) { // the system's own words are of a full disk
		return errors.New("more folders are watched than fs.inotify.max_user_watches allows")
	}
	return err
}
