package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

// work is something that somebody made and that is in the program: a module, a font, the patterns of a language.
type work struct {
	name    string // golang.org/x/text, EB Garamond
	version string // "" if it has none
	kind    string // what it is: module, go, font, data
	spdx    string // the licence's name in SPDX's list, or an expression of these
	purl    string // the package, for a bill of materials; "" for what is none
	texts   []text
}

// text is a licence, or a notice that goes with one.
type text struct {
	file string // a name for the reader
	data []byte
}

// works are all that is in a program.
type works []work

// licences finds the licence of everything that is in the programs of the release. Whatever has none is an error.
func (r *release) licences(ctx context.Context) (works, error) {
	modules := map[string]module{}
	embedded := map[string]bool{}
	for _, t := range r.targets {
		if err := r.packages(ctx, t, modules, embedded); err != nil {
			return nil, err
		}
	}
	all, errs := works{}, []error(nil)
	goLicence, err := r.goLicence(ctx, modules)
	all, errs = append(all, goLicence), append(errs, err)
	for _, path := range slices.Sorted(maps.Keys(modules)) {
		w, err := modules[path].licence()
		all, errs = append(all, w), append(errs, err)
	}
	ours, err := r.embeddedLicences(slices.Sorted(maps.Keys(embedded)))
	all, errs = append(all, ours...), append(errs, err)
	return all, errors.Join(errs...)
}

// module is a module as go list prints it.
type module struct {
	Path, Version, Dir string
	Main               bool
	Replace            *module
}

// packages adds the modules of a target's program, and the files of ours that are embedded in it, by their names in the repository.
func (r *release) packages(ctx context.Context, t target, modules map[string]module, embedded map[string]bool) error {
	out, err := r.goCommand(ctx, t, "list", "-deps", "-json=Dir,EmbedFiles,Module", "./cmd/octavo").Output()
	if err != nil {
		return fmt.Errorf("go list for %v: %w", t, err)
	}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			Dir        string
			EmbedFiles []string
			Module     *module
		}
		if err := d.Decode(&p); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("go list for %v: %w", t, err)
		}
		switch {
		case p.Module == nil: // of the standard library
		case !p.Module.Main:
			modules[p.Module.Path] = *p.Module
		default:
			for _, file := range p.EmbedFiles {
				name, err := filepath.Rel(p.Module.Dir, filepath.Join(p.Dir, file))
				if err != nil {
					return err
				}
				embedded[filepath.ToSlash(name)] = true
			}
		}
	}
}

// Names of licences, and of what must be passed on with them.
var (
	licenceNames = regexp.MustCompile(`(?i)^(licen[cs]e|copying|unlicense)([-.].*)?$`)
	noticeNames  = regexp.MustCompile(`(?i)^(notice|patents|copyright)([-.].*)?$`)
)

// enoughOfLicence is how much of a file must be text of licences that are known.
const enoughOfLicence = 75 // percent

// licence reads a module's licence in the module's folder.
func (m module) licence() (work, error) {
	if m.Replace != nil {
		m.Dir, m.Version = m.Replace.Dir, m.Replace.Version
	}
	w := work{name: m.Path, version: m.Version, kind: "module", purl: "pkg:golang/" + m.Path + "@" + m.Version}
	err := w.read(m.Dir)
	if choice := choices[m.Path]; choice != "" && err == nil {
		w.spdx = choice
	}
	return w, err
}

// choices are the modules that may be had under one licence or another.
var choices = map[string]string{"github.com/go-text/typesetting": "Unlicense OR BSD-3-Clause"}

// goLicence is that of Go's runtime and standard library. Some who hand out Go keep its licence out of its folder; the modules of Go's
// authors have the same one.
func (r *release) goLicence(ctx context.Context, modules map[string]module) (work, error) {
	w := work{name: "Go's runtime and standard library", kind: "go"}
	out, err := r.goCommand(ctx, host(), "env", "GOROOT", "GOVERSION").Output()
	if err != nil {
		return w, err
	}
	root, version, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	w.version = strings.TrimPrefix(version, "go")
	w.purl = "pkg:golang/std@" + w.version
	if err := w.read(root); err == nil {
		return w, nil
	}
	return w, w.read(modules["golang.org/x/text"].Dir)
}

// read takes the licences and notices of a folder.
func (w *work) read(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("%s: %w", w.name, err)
	}
	var ids []string
	for _, e := range entries {
		licence := licenceNames.MatchString(e.Name())
		if e.IsDir() || !licence && !noticeNames.MatchString(e.Name()) || filepath.Ext(e.Name()) == ".go" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		w.texts = append(w.texts, text{e.Name(), data})
		if licence {
			ids = append(ids, identify(data)...)
		}
	}
	if len(ids) == 0 {
		return fmt.Errorf("%s has no licence that is known in its folder %s; octavo cannot be handed out with it", w.name, dir)
	}
	slices.Sort(ids)
	w.spdx = strings.Join(slices.Compact(ids), " AND ")
	return nil
}

// identify names the licences that a file is the text of.
func identify(data []byte) []string {
	cover := licensecheck.Scan(data)
	if cover.Percent < enoughOfLicence {
		return nil
	}
	var ids []string
	for _, m := range cover.Match {
		if !m.IsURL {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// text is all licences in one file. Works under the same text share it.
func (all works) text() []byte {
	var b bytes.Buffer
	b.WriteString(licencesHead)
	for _, w := range all {
		fmt.Fprintf(&b, "  %s  %s\n", strings.TrimSpace(w.name+" "+w.version), w.spdx)
	}
	written := map[string]string{}
	for _, w := range all {
		fmt.Fprintf(&b, "\n%s\n\n%s\n%s\n", strings.Repeat("=", 78), strings.TrimSpace(w.name+" "+w.version), w.spdx)
		for _, t := range w.texts {
			body := strings.TrimSpace(strings.ReplaceAll(string(t.data), "\r\n", "\n"))
			if before := written[body]; before != "" {
				fmt.Fprintf(&b, "\n%s: the same text as of %s, above\n", t.file, before)
				continue
			}
			written[body] = w.name
			fmt.Fprintf(&b, "\n%s\n%s\n\n%s\n", t.file, strings.Repeat("-", len(t.file)), body)
		}
	}
	return b.Bytes()
}

const licencesHead = `Octavo is under the MIT licence, which is in the file LICENSE. In its one file are works of others, each under a licence of its own:

`
