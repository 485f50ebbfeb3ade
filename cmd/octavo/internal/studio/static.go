package studio

import (
	"embed"
	"net/http"
)

// bundle is the page in the browser, made of web/ by web/build.sh.
//
//go:embed web/index.html web/icon.svg web/dist
var bundle embed.FS

// files are those of the bundle by the paths that they are served at.
var files = map[string]struct{ name, mime string }{
	"/":         {"web/index.html", "text/html; charset=utf-8"},
	"/app.js":   {"web/dist/app.js", "text/javascript; charset=utf-8"},
	"/app.css":  {"web/dist/app.css", "text/css; charset=utf-8"},
	"/icon.svg": {"web/icon.svg", "image/svg+xml"},
}

func staticRoutes(mux *http.ServeMux) {
	for path, f := range files {
		pattern := "GET " + path
		if path == "/" {
			pattern += "{$}"
		}
		mux.HandleFunc(pattern, func(w http.ResponseWriter, _ *http.Request) {
			data, err := bundle.ReadFile(f.name)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			w.Header().Set("Content-Type", f.mime)
			_, _ = w.Write(data)
		})
	}
}
