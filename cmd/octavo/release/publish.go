package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"
	"text/template"
	"time"
)

// templates are the files that publish a release, for any version.
//
//go:embed templates
var templates embed.FS

// published are the files that package managers take: a template, and what it becomes under publish/.
var published = []struct{ template, file string }{
	{"octavo.rb", "homebrew/octavo.rb"},
	{"octavo.json", "scoop/octavo.json"},
	{"winget.version.yaml", "winget/" + wingetID + ".yaml"},
	{"winget.installer.yaml", "winget/" + wingetID + ".installer.yaml"},
	{"winget.locale.yaml", "winget/" + wingetID + ".locale.en-US.yaml"},
	{"Dockerfile", "docker/Dockerfile"},
	{"flake.nix", "nix/flake.nix"},
}

// wingetID names octavo among the packages of winget: whose it is, and what.
const wingetID = "WrenHalloran.Octavo"

// publish writes the files that publish the release. One that names an archive that has not been made is left out.
func (r *release) publish() error {
	for _, p := range published {
		text, err := r.fill(p.template, nil)
		if missing, ok := errors.AsType[missingTarget](err); ok {
			r.log("publish/%s is left out: there is no archive for %v", p.file, missing.target)
			continue
		} else if err != nil {
			return err
		}
		if err := r.write(path.Join("publish", p.file), text); err != nil {
			return err
		}
	}
	if r.url == unknownURL {
		r.log("the files in publish/ name %s, since git knows of no remote called origin; -url gives the project's address", r.url)
	}
	return nil
}

// fill fills a template in.
func (r *release) fill(name string, more map[string]any) ([]byte, error) {
	t, err := template.New(name).Funcs(template.FuncMap{
		"archive": func(system, arch string) (string, error) {
			t, err := r.made(system, arch)
			return r.archiveName(t), err
		},
		"folder": func(system, arch string) (string, error) {
			t, err := r.made(system, arch)
			return r.folder(t), err
		},
		"download": func(system, arch string) (string, error) {
			t, err := r.made(system, arch)
			return r.url + "/releases/download/" + r.version + "/" + r.archiveName(t), err
		},
		"sha256": func(system, arch string) (string, error) {
			t, err := r.made(system, arch)
			if err != nil {
				return "", err
			}
			return r.sum(r.archiveName(t))
		},
		"upper":     strings.ToUpper,
		"indent":    indentText,
		"quoteYAML": strconv.Quote,
		"wrap":      wrap,
	}).ParseFS(templates, "templates/"+name)
	if err != nil {
		return nil, err
	}
	values := map[string]any{
		"Version": r.number(), "URL": r.url, "ID": wingetID, "Summary": summary, "Description": description, "Maintainer": r.maintainer, "Author": author,
		"Date": r.time.Format(time.DateOnly), "RFC5322": r.time.Format("Mon, 02 Jan 2006 15:04:05 -0700"), "RFC3339": r.time.Format(time.RFC3339),
		"Debian": strings.NewReplacer("-", "~", "+", "~").Replace(r.number()), "Year": r.time.Year(),
		"Architectures": map[string]string{"amd64": "x64", "arm64": "arm64"}, // as winget calls them
	}
	for key, value := range more {
		values[key] = value
	}
	var b bytes.Buffer
	if err := t.Execute(&b, values); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// What package managers say of octavo.
const (
	author      = "Wren Halloran"
	summary     = "Make a press-ready PDF, an EPUB and pocket cards out of Markdown"
	description = "Octavo turns a manuscript in Markdown into a book: a PDF for the press, an EPUB for every reader, and a deck of pocket cards. " +
		"It is one program with its fonts and styles inside, and needs no network."
)

// missingTarget is the error of a template that names an archive that has not been made.
type missingTarget struct{ target target }

func (e missingTarget) Error() string { return fmt.Sprintf("there is no archive for %v", e.target) }

// made returns a target of the release.
func (r *release) made(system, arch string) (target, error) {
	want := target{system, arch}
	for _, t := range r.targets {
		if t == want {
			return t, nil
		}
	}
	return want, missingTarget{want}
}

// indentText puts spaces before each line, and a full stop for each empty line, as Debian's control files have it.
func indentText(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		line = strings.TrimRight(line, " \t\r")
		if line == "" {
			line = "."
		}
		lines[i] = " " + line
	}
	return strings.Join(lines, "\n")
}

// wrap divides a text into lines of at most width characters, with an indent before all but the first.
func wrap(width int, indent, text string) string {
	var b strings.Builder
	column := 0
	for word := range strings.FieldsSeq(text) {
		switch {
		case column > 0 && column+1+len(word) > width:
			b.WriteString("\n" + indent)
			column = 0
		case column > 0:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}
