"""Reads a stream with the OpenAI SDK and prints how it ends."""

import os

import openai

OPTIONS: dict[str, float] = {}
if "TIMEOUT" in os.environ:
    OPTIONS["timeout"] = float(os.environ["TIMEOUT"])
if "MAX_RETRIES" in os.environ:
    OPTIONS["max_retries"] = int(os.environ["MAX_RETRIES"])

words = 0
finish = None
try:
    client = openai.OpenAI(**OPTIONS)
    messages = [{"role": "user", "content": "rivers"}]
    for chunk in client.chat.completions.create(model=os.environ["MODEL"], stream=True, messages=messages):
        for choice in chunk.choices:
            words += bool(choice.delta.content)
            finish = choice.finish_reason or finish
    print(f"ended without an exception after {words} words, finish_reason {finish}")
except Exception as error:
    print(f"raised {type(error).__module__.split('.')[0]}.{type(error).__name__}: {error} after {words} words")
    print(f"cause: {type(error.__cause__).__module__.split('.')[0]}.{type(error.__cause__).__name__}: {error.__cause__}")
