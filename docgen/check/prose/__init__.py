"""The words of a document as people read them: passages and sentences, and the numbers and dates in them."""
