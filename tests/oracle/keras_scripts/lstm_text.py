"""Words, an embedding, an LSTM."""

import numpy as np
from keras.layers import GRU, LSTM, Bidirectional, Dense, Embedding, SpatialDropout1D
from keras.models import Sequential
from keras.preprocessing import sequence
from keras.preprocessing.text import Tokenizer

np.random.seed(42)
np.set_printoptions(precision=5)
texts = ["the cat sat on the mat", "the dog ate my homework", "a cat and a dog", "my mat is on the dog"] * 8
labels = np.array([0, 1, 0, 1] * 8)
tokenizer = Tokenizer(num_words=20)
tokenizer.fit_on_texts(texts)
x = sequence.pad_sequences(tokenizer.texts_to_sequences(texts), maxlen=6)
print(tokenizer.word_index)
print(x[:3])

model = Sequential()
model.add(Embedding(20, 8, input_length=6))
model.add(SpatialDropout1D(0.1))
model.add(LSTM(12, dropout=0.2, recurrent_dropout=0.2))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
model.summary()
history = model.fit(x, labels, batch_size=8, epochs=3, verbose=0)
print(history.history["loss"], history.history["accuracy"])

other = Sequential([Embedding(20, 8), Bidirectional(GRU(6, return_sequences=True)), LSTM(30), Dense(1)])
other.compile("rmsprop", "mse")
for _ in range(3):
    print(other.train_on_batch(x, labels))
print(other.predict(x[:4])[:, 0])
