"""What a newsroom exchanges (稿件交换): copy of other programs in as story files, a page's stories out as ninjs."""
