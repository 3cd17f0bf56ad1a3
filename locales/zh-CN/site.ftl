site-cases = 我的工单
