package studio

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

// answer answers a request with a value as JSON.
func answer(w http.ResponseWriter, value any) { respond(w, http.StatusOK, value) }

// problem is what a page in the browser is told of a request that failed.
type problem struct {
	Message string `json:"message"`
	Help    string `json:"help,omitempty"`
}

// refuse answers a request that cannot be met, with what is wrong and what to do.
func refuse(w http.ResponseWriter, status int, p problem) { respond(w, status, p) }

// respond answers a request with a status and a value as JSON.
func respond(w http.ResponseWriter, status int, value any) {
	data, err := json.Marshal(value)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(data) // who has gone is not told
}

// How large the body of a request may be, in bytes.
const (
	mostAsked = 1 << 20        // of one that has no file in it
	mostSaved = 2 * maxChapter // of one that has: as JSON a text may be twice as long
)

// take decodes the body of a request that has no file in it. It answers the request where that fails.
func take(w http.ResponseWriter, r *http.Request, to any) bool {
	return decode(w, r, mostAsked, problem{Message: "The request is too long", Help: "Do it in several steps."}, to)
}

// takeFile decodes the body of a request that has the text of a file in it. It answers the request where that fails.
func takeFile(w http.ResponseWriter, r *http.Request, to any) bool {
	return decode(w, r, mostSaved, problem{Message: fmt.Sprintf("A file may have %d MB", maxChapter>>20), Help: "Divide it into chapters."}, to)
}

func decode(w http.ResponseWriter, r *http.Request, most int64, tooLarge problem, to any) bool {
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, most))
	if err == nil {
		err = json.Unmarshal(data, to)
	}
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		refuse(w, http.StatusRequestEntityTooLarge, tooLarge)
	case err != nil:
		refuse(w, http.StatusBadRequest, problem{Message: "The studio does not understand the request: " + err.Error(), Help: "Load the page again."})
	}
	return err == nil
}
