// A relay as it is often written: limits for all routes, no flush, and no word about a stop.
package main

import (
	"io"
	"net/http"
	"os"
	"strings"
	"time"
)

const question = `{"model": "lab-model", "stream": true, "messages": [{"role": "user", "content": "Go on."}]}`

type flushing struct{ http.ResponseWriter }

func (w flushing) Write(piece []byte) (int, error) {
	n, err := w.ResponseWriter.Write(piece)
	if {{flush}} {
		http.NewResponseController(w.ResponseWriter).Flush()
	}
	return n, err
}

func stream(w http.ResponseWriter, r *http.Request) {
	call, _ := http.NewRequestWithContext(r.Context(), "POST", os.Getenv("OPENAI_BASE_URL")+"/chat/completions", strings.NewReader(question))
	call.Header.Set("Authorization", "Bearer "+os.Getenv("OPENAI_API_KEY"))
	call.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(call)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	w.Header().Set("Content-Type", answer.Header.Get("Content-Type"))
	if _, err := io.Copy(flushing{w}, answer.Body); err != nil {
		panic(http.ErrAbortHandler)
	}
}

func main() {
	http.HandleFunc("/stream", stream)
	server := &http.Server{Addr: "127.0.0.1:{{port}}", ReadTimeout: 2 * time.Second, WriteTimeout: {{write}} * time.Second}
	server.ListenAndServe()
}
