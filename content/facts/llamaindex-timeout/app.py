"""Reads a stream with LlamaIndex's OpenAILike, with its own timeout or with a shorter one."""

import os

from llama_index.llms.openai_like import OpenAILike

options = {"timeout": float(os.environ["TIMEOUT"])} if "TIMEOUT" in os.environ else {}
llm = OpenAILike(
    model=os.environ["MODEL"],
    api_base=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    is_chat_model=True,
    **options,
)
print(f"timeout {llm.timeout}, max_retries {llm.max_retries}")
words = 0
try:
    for piece in llm.stream_complete("rivers"):
        words += bool(piece.delta)
    print(f"whole: {words} words")
except Exception as error:
    print(f"raised {type(error).__name__}: {error} after {words} words")
