package lsp

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/readfile"
)

// initializeParams is what the client says of itself.
type initializeParams struct {
	RootURI          string            `json:"rootUri"`
	RootPath         string            `json:"rootPath"`
	WorkspaceFolders []workspaceFolder `json:"workspaceFolders"`
	Capabilities     struct {
		General struct {
			PositionEncodings []encoding `json:"positionEncodings"`
		} `json:"general"`
		Workspace struct {
			WorkspaceEdit struct {
				DocumentChanges bool `json:"documentChanges"`
			} `json:"workspaceEdit"`
			DidChangeWatchedFiles struct {
				DynamicRegistration bool `json:"dynamicRegistration"`
			} `json:"didChangeWatchedFiles"`
		} `json:"workspace"`
		TextDocument struct {
			DocumentSymbol struct {
				Hierarchical bool `json:"hierarchicalDocumentSymbolSupport"`
			} `json:"documentSymbol"`
			PublishDiagnostics struct {
				RelatedInformation bool `json:"relatedInformation"`
			} `json:"publishDiagnostics"`
			CodeAction struct {
				Literals *json.RawMessage `json:"codeActionLiteralSupport"`
			} `json:"codeAction"`
		} `json:"textDocument"`
	} `json:"capabilities"`
}

type workspaceFolder struct {
	URI string `json:"uri"`
}

type object map[string]any

// initialize says what the server can do, and opens the books of the folders that the client has open.
func (s *server) initialize(params json.RawMessage) (any, error) {
	var p initializeParams
	if err := decode(params, &p); err != nil {
		return nil, err
	}
	s.mu.Lock()
	c := &p.Capabilities
	s.client = client{
		units:       utf16Units,
		versions:    c.Workspace.WorkspaceEdit.DocumentChanges,
		watches:     c.Workspace.DidChangeWatchedFiles.DynamicRegistration,
		hierarchy:   c.TextDocument.DocumentSymbol.Hierarchical,
		related:     c.TextDocument.PublishDiagnostics.RelatedInformation,
		literalActs: c.TextDocument.CodeAction.Literals != nil,
	}
	if slices.Contains(c.General.PositionEncodings, utf8Units) { // the texts are in UTF-8
		s.client.units = utf8Units
	}
	s.phase = running
	s.mu.Unlock()
	if len(p.WorkspaceFolders) == 0 {
		root := p.RootURI
		if root == "" && p.RootPath != "" {
			root = uriOf(p.RootPath, here)
		}
		if root != "" {
			p.WorkspaceFolders = []workspaceFolder{{root}}
		}
	}
	s.openRoots(p.WorkspaceFolders)
	return object{
		"serverInfo": object{"name": "octavo", "version": s.Version},
		"capabilities": object{
			"positionEncoding": s.client.units,
			"textDocumentSync": object{"openClose": true, "change": 2, "save": object{"includeText": false}},
			"completionProvider": object{
				"triggerCharacters": []string{"#", "(", "[", "\"", "=", "{", ":", "/", "."},
			},
			"hoverProvider":             true,
			"definitionProvider":        true,
			"referencesProvider":        true,
			"documentHighlightProvider": true,
			"documentSymbolProvider":    true,
			"workspaceSymbolProvider":   true,
			"renameProvider":            object{"prepareProvider": true},
			"codeActionProvider":        object{"codeActionKinds": []string{quickFix, fixAll}},
			"foldingRangeProvider":      true,
			"documentLinkProvider":      object{},
			"workspace": object{
				"workspaceFolders": object{"supported": true, "changeNotifications": true},
			},
		},
	}, nil
}

// mostBooks is how many folders inside one that the client has open are looked through for books.
const mostBooks = 100

// openRoots opens the books in folders that the client has open: the folder itself, one that it lies in, or those directly in it.
func (s *server) openRoots(folders []workspaceFolder) {
	for _, f := range folders {
		root, err := pathOf(f.URI, here)
		if err != nil {
			s.logf("%v", err)
			continue
		}
		s.mu.Lock()
		s.roots = append(s.roots, root)
		s.mu.Unlock()
		if dir := s.bookAround(root); dir != "" {
			s.folderAt(dir).touch()
			continue
		}
		for _, dir := range booksIn(root) {
			s.folderAt(dir).touch()
		}
	}
}

// booksIn returns the folders directly in one that are books.
func booksIn(dir string) (books []string) {
	root, err := readfile.OpenRoot(dir)
	if err != nil {
		return nil
	}
	defer root.Close()
	inside, _ := readfile.List(root, ".")
	for _, f := range inside {
		if name := filepath.Join(dir, f.Name()); f.IsDir() && len(books) < mostBooks && isFile(filepath.Join(name, config.File)) {
			books = append(books, name)
		}
	}
	return books
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// watchFiles asks the client to say when files of a book change.
func (s *server) watchFiles() {
	s.mu.Lock()
	watches := s.client.watches
	s.mu.Unlock()
	if !watches {
		return
	}
	var watchers []object
	for _, glob := range []string{"**/" + config.File, "**/manuscript/**", "**/styles/**"} {
		watchers = append(watchers, object{"globPattern": glob})
	}
	s.ask("client/registerCapability", object{"registrations": []object{{
		"id": "octavo-files", "method": "workspace/didChangeWatchedFiles", "registerOptions": object{"watchers": watchers},
	}}})
}
