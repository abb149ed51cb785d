"""A chat of Gradio behind a proxy, below /chat."""

import os

import gradio as gr
from openai import AsyncOpenAI

model = AsyncOpenAI()


async def answer(message, history):
    """Yield the answer as far as it has come: each yield takes the place of the one before."""
    so_far = ""
    messages = [{"role": one["role"], "content": one["content"]} for one in history]
    messages.append({"role": "user", "content": message})
    async with await model.chat.completions.create(model=os.environ["MODEL"], stream=True, messages=messages) as chunks:
        async for chunk in chunks:
            if chunk.choices and chunk.choices[0].delta.content:
                so_far += chunk.choices[0].delta.content
                yield so_far


demo = gr.ChatInterface(answer)
demo.queue(default_concurrency_limit=40, max_size=200)
demo.launch(server_name="127.0.0.1", server_port=7860, root_path="/chat")
