"""The files of pictures: whether each is fit for every output, and without what readers are not to get."""
