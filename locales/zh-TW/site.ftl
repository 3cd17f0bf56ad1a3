site-cases = 我的案件
