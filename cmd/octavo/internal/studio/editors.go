package studio

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/project"
)

// editor is a program that places are opened in: by an address that the browser opens, or by a command. In both {file} stands for
// the file's path, {line} and {column} for the place, from 1.
type editor struct {
	id, name string
	url      string
	command  []string
	programs []string // its commands, as $VISUAL and $EDITOR name them
}

// editorTable has the editors that octavo knows. The addresses are those that the programs document.
var editorTable = []editor{
	{id: "vscode", name: "VS Code", url: "vscode://file{file}:{line}:{column}", programs: []string{"code"}},
	{id: "vscodium", name: "VSCodium", url: "vscodium://file{file}:{line}:{column}", programs: []string{"codium"}},
	{id: "zed", name: "Zed", url: "zed://file{file}:{line}:{column}", programs: []string{"zed", "zeditor"}},
	{id: "sublime", name: "Sublime Text", command: []string{"subl", "{file}:{line}:{column}"}, programs: []string{"subl"}},
	{id: "jetbrains", name: "JetBrains", url: "idea://open?file={file}&line={line}&column={column}", programs: []string{"idea", "webstorm", "goland", "pycharm"}},
	{id: "textmate", name: "TextMate", url: "txmt://open?url=file://{file}&line={line}&column={column}", programs: []string{"mate"}},
	{id: "vim", name: "Vim", command: []string{"gvim", "+call cursor({line},{column})", "{file}"}, programs: []string{"gvim", "mvim"}},
	{id: "emacs", name: "Emacs", command: []string{"emacsclient", "-n", "+{line}:{column}", "{file}"}, programs: []string{"emacsclient", "emacs"}},
	{id: "kate", name: "Kate", command: []string{"kate", "-l", "{line}", "-c", "{column}", "{file}"}, programs: []string{"kate"}},
	{id: "gedit", name: "Text Editor", command: []string{"gnome-text-editor", "{file}"}, programs: []string{"gnome-text-editor", "gedit"}},
}

// The ids of editors that are not in the table.
const (
	ownEditor  = "own"   // the command after --editor
	writeHere  = "write" // the studio's own
	editorFlag = "octavo serve --editor"
)

// known returns the editor with an id.
func known(id string) (editor, bool) {
	for _, e := range editorTable {
		if e.id == id {
			return e, true
		}
	}
	return editor{}, false
}

// usual returns the id of the editor that places are opened in when the author has selected none: that of --editor, else a graphical
// one that the environment names, else the studio's own.
func (o Options) usual(environment func(string) string) string {
	if o.Editor != "" {
		if e, ok := known(strings.ToLower(o.Editor)); ok {
			return e.id
		}
		return ownEditor
	}
	for _, name := range []string{"VISUAL", "EDITOR"} {
		words := strings.Fields(environment(name))
		if len(words) == 0 {
			continue
		}
		for _, e := range editorTable {
			for _, p := range e.programs {
				if strings.TrimSuffix(filepath.Base(words[0]), ".exe") == p {
					return e.id
				}
			}
		}
	}
	return writeHere
}

// ownCommand returns the editor of a command after --editor. One that does not name the file gets it at its end.
func ownCommand(command string) editor {
	words := strings.Fields(command)
	if !strings.Contains(command, "{file}") {
		words = append(words, "{file}")
	}
	return editor{id: ownEditor, name: filepath.Base(words[0]), command: words}
}

// editorList is what the browser offers.
type editorList struct {
	Usual   string   `json:"usual"`
	Editors []choice `json:"editors"`
}

// serveEditors answers which editors there are.
func (s *Studio) serveEditors(w http.ResponseWriter, _ *http.Request) {
	out := editorList{Usual: s.options.usual(os.Getenv)}
	if out.Usual == ownEditor {
		out.Editors = append(out.Editors, choice{ID: ownEditor, Name: ownCommand(s.options.Editor).name})
	}
	for _, e := range editorTable {
		out.Editors = append(out.Editors, choice{ID: e.id, Name: e.name})
	}
	out.Editors = append(out.Editors, choice{ID: writeHere, Name: "Write, in the studio"})
	answer(w, out)
}

// opened is how a place is opened: by an address that the browser opens, in the view Write, or, with neither, by a command that
// has been started.
type opened struct {
	URL   string `json:"url,omitempty"`
	Write bool   `json:"write,omitempty"`
}

// serveEdit opens a place in an editor: the one that the browser names by its id, or the usual one.
func (s *Studio) serveEdit(w http.ResponseWriter, r *http.Request) {
	var p struct {
		place
		Editor string `json:"editor"`
	}
	if !take(w, r, &p) {
		return
	}
	id := cmp.Or(p.Editor, s.options.usual(os.Getenv))
	if id == writeHere {
		answer(w, opened{Write: true})
		return
	}
	e, ok := known(id)
	if id == ownEditor && s.options.Editor != "" {
		e, ok = ownCommand(s.options.Editor), true
	}
	if !ok {
		refuse(w, http.StatusBadRequest, problem{Message: "The studio does not know this editor", Help: "Select another"})
		return
	}
	file, err := s.path(p.File)
	if err != nil {
		refuse(w, http.StatusNotFound, problem{Message: "The file " + p.File + " cannot be opened: " + err.Error()})
		return
	}
	if e.url != "" {
		answer(w, opened{URL: e.address(file, p.Line, p.Column)})
		return
	}
	if err := e.start(file, p.Line, p.Column); err != nil {
		refuse(w, http.StatusConflict, problem{Message: e.name + " cannot be started: " + err.Error(), Help: "Select another editor, or name yours with " + editorFlag})
		return
	}
	answer(w, opened{})
}

// path returns the path of a file of the book. One that lies elsewhere, also by a symbolic link, is an error.
func (s *Studio) path(name string) (string, error) {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return "", errors.New("it is not in the book's folder")
	}
	root, err := project.OpenBook(s.dir)
	if err != nil {
		return "", err
	}
	defer root.Close()
	info, err := root.Stat(filepath.FromSlash(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", errors.New("there is no such file")
	case err != nil || !info.Mode().IsRegular():
		return "", errors.New("it is no file of the book's folder")
	}
	return filepath.Abs(filepath.Join(s.dir, filepath.FromSlash(name)))
}

// address returns the address of a place.
func (e editor) address(file string, line, column int) string {
	file = filepath.ToSlash(file)
	if !strings.HasPrefix(file, "/") { // C:/…
		file = "/" + file
	}
	escaped := (&url.URL{Path: file}).EscapedPath()
	if strings.Contains(e.url, "?") {
		escaped = strings.ReplaceAll(url.QueryEscape(file), "+", "%20")
	}
	return e.filled(e.url, escaped, line, column)
}

// start starts the command of an editor, without a shell, and does not wait for its end.
func (e editor) start(file string, line, column int) error {
	words := make([]string, len(e.command))
	for i, w := range e.command {
		words[i] = e.filled(w, file, line, column)
	}
	cmd := exec.Command(words[0], words[1:]...)
	if err := cmd.Start(); err != nil {
		var missing *exec.Error
		if errors.As(err, &missing) {
			return fmt.Errorf("there is no program %q", words[0])
		}
		return err
	}
	go func() { _ = cmd.Wait() }() // its end says nothing
	return nil
}

// filled returns a pattern with a place in it.
func (e editor) filled(pattern, file string, line, column int) string {
	return strings.NewReplacer("{file}", file, "{line}", strconv.Itoa(max(line, 1)), "{column}", strconv.Itoa(max(column, 1))).Replace(pattern)
}
